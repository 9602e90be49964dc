import view from 'simulator-view';
import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { NamedPolicy } from '../../ecr/documents/lifecycle/namedPolicies.ts';
import { surroundingsOf } from '../../guarantees/answers.ts';
import { shownSurroundings } from '../../guarantees/shown.ts';
import { placeName } from '../../report/placeName.ts';
import { printTextComparison } from '../../report/simulation/comparisonText.ts';
import { printTextGuarantees } from '../../report/simulation/guaranteesJson.ts';
import { printHtmlSimulation } from '../../report/simulation/simulationHtml.ts';
import { printJsonSimulation } from '../../report/simulation/simulationJson.ts';
import { printTextSimulation } from '../../report/simulation/simulationText.ts';
import { printTextSchedule, printTextSteadyState } from '../../report/simulation/timeText.ts';
import { noteOn } from '../../service/policies/policyTexts.ts';
import { printCount } from '../../simulate/amounts.ts';
import type { Image } from '../../simulate/input/image.ts';
import { madeUpImages } from '../../simulate/input/madeUpImages.ts';
import { readImages } from '../../simulate/input/readImages.ts';
import { readManifests, withManifests } from '../../simulate/input/readManifests.ts';
import { simulatedRulesOf } from '../../simulate/input/readRules.ts';
import { compare } from '../../simulate/run/comparison.ts';
import { notesOf } from '../../simulate/run/notes.ts';
import { simulate } from '../../simulate/run/simulateRun.ts';
import type { PushStream } from '../../simulate/time/pushStream.ts';
import { scheduleOf } from '../../simulate/time/schedule.ts';
import { steadyStateOf } from '../../simulate/time/steadyState.ts';
import { nameOfInput, readText, tellProblems } from '../inputTexts.ts';
import type { Output } from '../output.ts';
import { tellAssumptions } from '../policy/runRender.ts';
import { policyAt, policyFromText } from '../policy/sourceArgument.ts';
import { UsageError } from '../usage.ts';

export interface SimulateOptions {
  /** One source, or the old and the new one for a comparison. */
  readonly sources: readonly string[];
  readonly compares: boolean;
  /** A file of images, `-` for standard input; null for images made up from the policy. */
  readonly images: string | null;
  readonly manifests: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly format: 'text' | 'json' | 'html';
  /** The number of coming days to list; 0 for none. */
  readonly days: number;
  readonly pushes: readonly PushStream[];
}

/** Runs `simulate`: prints what a policy does to images; status 1 when the policy is unknown or AWS rejects it. */
export function runSimulate(options: SimulateOptions, output: Output): number {
  const [first = '', second] = options.sources;
  const input = readInput(options, output);
  const before = options.compares ? namedAt(first, second ?? first) : null;
  const named = before === null ? policyAt(first) : namedAt(second ?? '', first);
  const rules = rulesOf(named, output);
  const earlier = before === null ? null : rulesOf(before, output);
  if (rules === null || (before !== null && earlier === null)) return 1;
  const images = input ?? madeUpImages(rules, options.now);
  // The table says so itself.
  if (input === null && options.format !== 'text') {
    output.error('without --images: these images are made up from the policy to show what it does');
  }
  if (options.format === 'html') {
    const { address } = named;
    const given = options.images === null ? null : { name: nameOfInput(options.images), images };
    const surroundings = shownSurroundings(surroundingsOf(named, options.now));
    const { now } = options;
    output.print(printHtmlSimulation(view, { address, rules, images: given, now, note: noteOn(named), surroundings }));
    return 0;
  }
  const simulation = simulate(rules, images, options.now);
  if (earlier !== null) {
    output.print(printTextComparison(compare(simulate(earlier, images, options.now), simulation)));
    return 0;
  }
  for (const note of notesOf(simulation)) output.error(note);
  const surroundings = surroundingsOf(named, options.now);
  if (options.format === 'json') output.print(printJsonSimulation(simulation, surroundings));
  else
    output.print(
      [
        printTextSimulation(simulation, output.hasColours),
        printTextGuarantees(surroundings.guarantees),
        ...future(rules, images, options),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    );
  return 0;
}

/** The results of the coming days, as far as requested. */
function future(rules: readonly SimulatedRule[], images: readonly Image[], options: SimulateOptions): string[] {
  const { days, now, pushes } = options;
  return [
    days > 0 ? printTextSchedule(scheduleOf(rules, images, now, days), days) : '',
    pushes.length > 0 ? printTextSteadyState(steadyStateOf(rules, pushes)) : '',
  ].filter((part) => part !== '');
}

/** A source; `-` is text on standard input that replaces `other`. */
function namedAt(source: string, other: string): NamedPolicy {
  return source === '-' ? policyFromText(readText('-'), other) : policyAt(source);
}

function rulesOf(named: NamedPolicy, output: Output): readonly SimulatedRule[] | null {
  tellAssumptions(named, output);
  const read = simulatedRulesOf(named.policy);
  if (read.kind === 'rules') return read.rules;
  const lines = read.obstacles.map(({ place, message }) => `${placeName(place, named.workspace)}: ${message}`);
  output.error(`${named.address} cannot be simulated:`, lines);
  return null;
}

function readInput({ images: path, manifests }: SimulateOptions, output: Output): readonly Image[] | null {
  if (path === null) return null;
  const { images, problems, undated } = readImages(readText(path));
  tellProblems(path, problems, output);
  if (images.length === 0 && problems.length > 0) throw new UsageError(`${path} has no image that can be used`);
  if (undated > 0)
    output.error(
      `${path}: ${printCount(undated, 'image has', 'images have')} no date, as list-images prints them; ages are not known`,
    );
  if (manifests === null) return images;
  const read = readManifests(readText(manifests));
  tellProblems(manifests, read.problems, output);
  return withManifests(images, read.manifests);
}
