import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { ServiceContext } from '../context.ts';
import type { FileEdits } from './fixEdits.ts';
import { editsOf } from './fixEdits.ts';
import { isHarmless } from './trial/effect.ts';
import { titleWithEffect } from './trial/effectInWords.ts';
import { effectOf } from './trial/fixJudge.ts';

/** A fix that the user can apply to a problem. */
export interface QuickFix {
  readonly title: string;
  /** True for the single obvious edit, if it changes nothing else. */
  readonly isPreferred: boolean;
  readonly problem: PlacedProblem;
  readonly edits: FileEdits;
}

/** The fixes for problems that a range touches, in the problems' order. */
export function quickFixes(context: ServiceContext, settings: ProblemSettings, uri: string, range: Range): QuickFix[] {
  const sources = context.workspace.filesAt(uri);
  if (sources === undefined) return [];
  const touched = context
    .problemsOf(uri, settings)
    .filter(({ start, end }) => start <= range.end && end >= range.start);
  return touched.flatMap((placed) =>
    placed.problem.fixes.flatMap((fix) => {
      const edits = editsOf(sources, fix);
      const effect = edits && effectOf(context, settings, placed, edits);
      if (edits === null || effect === null) return [];
      const isPreferred = fix.kind === 'one' && isHarmless(effect);
      return [{ title: titleWithEffect(fix.title, effect), isPreferred, problem: placed, edits }];
    }),
  );
}
