import type { Steps } from '../../module/tracking/steps.ts';
import { measured } from '../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { ServiceContext } from '../context.ts';
import type { FileEdits } from './fixEdits.ts';
import { editsOf } from './fixEdits.ts';
import { isHarmless } from './trial/effect.ts';
import { titleWithEffect } from './trial/effectInWords.ts';
import { stepsToEffect } from './trial/fixJudge.ts';
import { scratchOf } from './trial/scratch.ts';

/** A fix that the user can apply to a problem. */
export interface QuickFix {
  readonly title: string;
  /** True for the single obvious edit, if it changes nothing else. */
  readonly isPreferred: boolean;
  readonly problem: PlacedProblem;
  readonly edits: FileEdits;
}

/**
 * What trying the fixes of one range may cost, in steps, besides those of its first problem. A selection
 * may touch thousands of problems; the fixes of the rest are offered where the selection starts later.
 */
const ALLOWANCE = 1_500_000;

/** What a piece or a problem costs that was read before, in steps. */
const PER_PART = 5;

/** The same as `stepsToQuickFixes`, at once. */
export function quickFixes(context: ServiceContext, settings: ProblemSettings, uri: string, range: Range): QuickFix[] {
  return context.finder.atOnce(stepsToQuickFixes(context, settings, uri, range));
}

/**
 * The fixes for problems that a range touches, in the problems' order; only those of the first ones where trying all
 * takes too long.
 */
export function* stepsToQuickFixes(
  context: ServiceContext,
  settings: ProblemSettings,
  uri: string,
  range: Range,
): Steps<QuickFix[]> {
  const sources = context.workspace.filesAt(uri);
  if (sources === undefined) return [];
  const touched = context
    .problemsOf(uri, settings)
    .filter(({ start, end }) => start <= range.end && end >= range.start);
  const { photographer } = scratchOf(context);
  const found: QuickFix[] = [];
  let spent = 0;
  for (const placed of touched) {
    if (spent > ALLOWANCE) break;
    for (const fix of placed.problem.fixes) {
      const edits = editsOf(sources, fix);
      if (edits === null) continue;
      const { result: effect, cost } = yield* measured(
        stepsToEffect(context, settings, placed, edits),
        () => photographer.worked + PER_PART * photographer.compared,
      );
      spent += cost;
      if (effect === null) continue;
      const isPreferred = fix.kind === 'one' && isHarmless(effect);
      found.push({ title: titleWithEffect(fix.title, effect), isPreferred, problem: placed, edits });
    }
  }
  return found;
}
