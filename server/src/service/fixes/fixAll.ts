import type { Steps } from '../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { ServiceContext } from '../context.ts';
import { effectBetween, isHarmless } from './trial/effect.ts';
import { apart, Trial } from './trial/trial.ts';

/** Each round fixes at least one problem; a file that needs more rounds than this is left partly fixed. */
const ROUND_LIMIT = 100;

/** The same as `stepsToFixAll`, at once. */
export function fixAll(context: ServiceContext, uri: string, settings: ProblemSettings): string {
  return context.finder.atOnce(stepsToFixAll(context, uri, settings));
}

/**
 * The text of a file after every fix of kind `one` that changes no accepted policy of the workspace and brings no
 * problem, applied again until nothing changes. Fixes that would also edit another file are left to the user. Works on
 * a copy: the workspace stays as it is. With the id of a rule, only its problems are fixed. Where so many fixes
 * harm each other that trying them all takes too long, only those that were tried are applied.
 */
export function* stepsToFixAll(
  context: ServiceContext,
  uri: string,
  settings: ProblemSettings,
  ruleId: string | null = null,
): Steps<string> {
  const text = context.workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
  // Most files have nothing to fix, and need no copy.
  const problems = context.problemsOf(uri, settings);
  if (!problems.some((placed) => isFixable(placed, ruleId))) return text;
  const trial = new Trial(context, uri, settings);
  for (const follows of [true, false]) {
    trial.begin(text);
    yield* applyInRounds(trial, follows, ruleId);
    if (trial.text === text) return text;
    if (isHarmless(effectBetween(yield* trial.before(), yield* trial.snapshot()))) return trial.text;
  }
  return text;
}

/** True for a problem, of a rule if one is given, whose fix has one reading. */
export function isFixable({ problem }: PlacedProblem, ruleId: string | null): boolean {
  return (ruleId === null || problem.ruleId === ruleId) && problem.fixes.some(({ kind }) => kind === 'one');
}

function* applyInRounds(trial: Trial, follows: boolean, ruleId: string | null): Steps<void> {
  const seen = new Set<string>();
  for (let round = 0; round < ROUND_LIMIT && !seen.has(trial.text); round += 1) {
    seen.add(trial.text);
    const candidates = trial.candidates().filter(({ placed }) => isFixable(placed, ruleId));
    // A fix that touches a rejected one may be applied instead.
    const tried = apart(candidates);
    const chosen = yield* trial.harmless(tried, follows);
    const others = apart(candidates.filter((one) => !tried.includes(one)));
    trial.apply(chosen.length > 0 ? chosen : yield* trial.harmless(others, follows));
  }
}

/** Tells which problems of a file `fixAll` fixes. */
export function mendedByFixAll(
  context: ServiceContext,
  uri: string,
  settings: ProblemSettings,
): (placed: PlacedProblem) => boolean {
  const trial = new Trial(context, uri, settings);
  const mended = new Set<string>();
  let left = trial.candidates();
  while (left.length > 0 && !trial.isSpent) {
    const tried = apart(left);
    const harmless = context.finder.atOnce(trial.harmless(tried, true));
    for (const { placed } of harmless) mended.add(identityOf(placed));
    left = left.filter((candidate) => !tried.includes(candidate));
  }
  return (placed) => mended.has(identityOf(placed));
}

function identityOf({ start, end, problem: { ruleId, message } }: PlacedProblem): string {
  return `${start} ${end} ${ruleId} ${message}`;
}
