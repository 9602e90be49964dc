import { ruleClause } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import { printBytes, printCount } from '../../simulate/amounts.ts';
import { MADE_UP } from '../../simulate/input/madeUpImages.ts';
import { notesOf } from '../../simulate/run/notes.ts';
import type { Outcome, RuleOutcome, Simulation, Totals, Verdict } from '../../simulate/run/outcome.ts';
import { ageOf, reasonOf } from '../../simulate/run/reason.ts';
import { largestOf } from '../../syntax/arrays.ts';
import { printable } from '../../syntax/shown/printable.ts';
import { printColumns } from '../columns.ts';

/** Beyond this number, images of one verdict are only counted. */
const MOST_ROWS = 200;

const BAR_WIDTH = 20;

const ORDER: readonly Verdict[] = ['expire', 'archive', 'unknown', 'keep'];

const COLOURS: Readonly<Record<Verdict | 'dim', string>> = {
  expire: '31',
  archive: '33',
  unknown: '35',
  keep: '32',
  dim: '90',
};

type Paint = (style: keyof typeof COLOURS, text: string) => string;

/** A simulation for people: each image and the reason, what each rule does, the totals, and caveats. */
export function printTextSimulation(simulation: Simulation, colours: boolean): string {
  const paint: Paint = (style, text) => (colours ? `\u001b[${COLOURS[style]}m${text}\u001b[0m` : text);
  const isMadeUp = simulation.outcomes.some(({ image }) => image.digest.startsWith(MADE_UP));
  const parts = [
    isMadeUp ? ["These images are made up from the policy's own tags and numbers; no real image was used."] : [],
    printImages(simulation, paint),
    printRules(simulation.rules, paint),
    [printTotals(simulation.totals)],
    notesOf(simulation).map((note) => paint('dim', `Note: ${note}`)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function printImages({ outcomes, now }: Simulation, paint: Paint): string[] {
  if (outcomes.length === 0) return ['There are no images.'];
  const hasSizes = outcomes.some(({ image }) => image.bytes !== null);
  const head = ['VERDICT', 'AGE', ...(hasSizes ? ['SIZE'] : []), 'IMAGE', 'WHY'];
  const groups = ORDER.map((verdict) => outcomes.filter((outcome) => outcome.verdict === verdict));
  const listed = groups.flatMap((group) => group.slice(0, MOST_ROWS));
  const [first = '', ...lines] = printColumns([head, ...listed.map((outcome) => rowOf(outcome, now, hasSizes))]);
  const painted = lines.map((line, index) => {
    const verdict = listed[index]?.verdict ?? 'keep';
    return paint(verdict, verdict) + line.slice(verdict.length);
  });
  const rest = groups.flatMap((group) => {
    const [one] = group;
    const left = group.length - MOST_ROWS;
    return one === undefined || left <= 0 ? [] : [paint('dim', `… and ${left} more: ${one.verdict}`)];
  });
  return [paint('dim', first), ...painted, ...rest];
}

function rowOf(outcome: Outcome, now: number, hasSizes: boolean): string[] {
  const { image, verdict } = outcome;
  const age = image.pushedAt === null ? '–' : ageOf(image.pushedAt, now);
  const size = image.bytes === null ? '–' : printBytes(image.bytes);
  return [verdict, age, ...(hasSizes ? [size] : []), printable(nameOf(outcome)), printable(reasonOf(outcome, now))];
}

/** The tags, or the distinctive part of the digest; long lists are cut. */
export function nameOf({ image: { tags, digest } }: Outcome): string {
  if (tags.length === 0) return digest.startsWith(MADE_UP) ? digest : `${digest.slice(0, 19)} (untagged)`;
  const shown = tags.slice(0, 3).join(', ');
  return tags.length > 3 ? `${shown} and ${tags.length - 3} more` : shown;
}

/** A bar for each rule: its length is the rule's share of images, its filled part the images that the rule acts on. */
function printRules(rules: readonly RuleOutcome[], paint: Paint): string[] {
  const most = largestOf(
    rules.map(({ claimed }) => claimed),
    1,
  );
  return printColumns(
    rules.map(({ rule, claimed, acted: all, attached, selected, dead }) => {
      const acted = all - attached;
      const length = claimed === 0 ? 0 : Math.max(1, Math.round((claimed / most) * BAR_WIDTH));
      const filled = acted === 0 ? 0 : Math.max(1, Math.floor((acted / claimed) * length));
      const bar = ('█'.repeat(filled) + '░'.repeat(length - filled)).padEnd(BAR_WIDTH);
      const others = selected > claimed ? ` (${selected - claimed} more belong to other rules)` : '';
      const along = attached > 0 ? `, and ${attached} attached to them` : '';
      const does = `${acted} of ${printCount(claimed, 'image')}${others}${along}`;
      const why = dead === null ? '' : paint('dim', `; it can never act: ${printable(dead)}`);
      return [
        `Rule ${rule.priority}`,
        bar,
        `${printable(
          ruleClause(
            rule,
            rules.map((other) => other.rule),
          ),
        )}: ${does}${why}`,
      ];
    }),
  );
}

/** The totals in one sentence. */
export function printTotals(totals: Totals): string {
  const { expire, archive, keep, unknown, bytesFreed, bytesArchived } = totals;
  const size = (bytes: number) => (bytes > 0 ? ` (${printBytes(bytes)}, shared layers counted in each)` : '');
  const parts = [
    `${printCount(expire, 'image expires', 'images expire')}${size(bytesFreed)}`,
    archive > 0 ? `${printCount(archive, 'goes', 'go')} to the archive${size(bytesArchived)}` : [],
    printCount(keep, 'stays', 'stay'),
    unknown > 0 ? `${printCount(unknown, 'is', 'are')} not known` : [],
  ];
  return `${parts.flat().join(', ')}.`;
}
