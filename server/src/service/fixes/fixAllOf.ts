import type { Steps } from '../../module/tracking/steps.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { TextEdit } from '../../syntax/edit/listItems.ts';
import type { ServiceContext } from '../context.ts';
import { isFixable, stepsToFixAll } from './fixAll.ts';
import type { FileEdits } from './fixEdits.ts';
import type { QuickFix } from './quickFixes.ts';
import { stepsToWhetherHarmless } from './trial/fixJudge.ts';

/** Several fixes at once, that are applied only as far as they change nothing else. */
export interface FixAllOffer {
  readonly title: string;
  /** The rule whose problems are fixed; null for all. */
  readonly ruleId: string | null;
  readonly where: 'file' | 'folder';
}

/**
 * What else can be fixed in the way of the fixes offered at a place: problems of the same rule, or all, in the file or
 * its folder. Nothing is offered that would fix no more than an offer before it.
 */
export function fixAllOffers(
  context: ServiceContext,
  settings: ProblemSettings,
  uri: string,
  fixes: readonly QuickFix[],
): readonly FixAllOffer[] {
  const ruleIds = new Set(fixes.filter(({ isPreferred }) => isPreferred).map(({ problem }) => problem.problem.ruleId));
  if (ruleIds.size === 0) return [];
  const here = context.problemsOf(uri, settings);
  const around = filesAround(context, uri).flatMap((file) => context.problemsOf(file, settings));
  const offers: (FixAllOffer & { readonly count: number })[] = [];
  const consider = (ruleId: string | null, where: FixAllOffer['where'], problems: readonly PlacedProblem[]) => {
    const count = problems.filter((placed) => isFixable(placed, ruleId)).length;
    const known = offers.filter((offer) => offer.ruleId === ruleId || ruleId === null);
    if (count < 2 || known.some((offer) => offer.count === count)) return;
    const what = ruleId === null ? 'all problems' : `all problems of ${ruleId}`;
    offers.push({ title: `Fix ${what} in this ${where}`, ruleId, where, count });
  };
  for (const [where, problems] of [
    ['file', here],
    ['folder', around],
  ] as const) {
    for (const ruleId of ruleIds) consider(ruleId, where, problems);
    consider(null, where, problems);
  }
  return offers.map(({ count: _, ...offer }) => offer);
}

/** The files of the module of a file, in order. */
function filesAround({ workspace }: ServiceContext, uri: string): readonly string[] {
  const module = workspace.moduleOf(uri);
  return module?.uris.filter((file) => !workspace.isOnlyDeclaring(file)) ?? [uri];
}

/** The edits of an offer. A file whose fixes do harm together with those of the files before it is left as it is. */
export function* stepsToEditsOfAll(
  context: ServiceContext,
  settings: ProblemSettings,
  uri: string,
  { ruleId, where }: Omit<FixAllOffer, 'title'>,
): Steps<FileEdits> {
  const files = where === 'file' ? [uri] : filesAround(context, uri);
  let edits: FileEdits = new Map();
  for (const file of files) {
    const fixed = yield* stepsToFixAll(context, file, settings, ruleId);
    const edit = difference(context.workspace.filesAt(file)?.syntaxOf(file)?.text ?? '', fixed);
    if (edit === null) continue;
    const more = new Map([...edits, [file, [edit]] as const]);
    if (edits.size === 0 || (yield* stepsToWhetherHarmless(context, settings, more))) edits = more;
  }
  return edits;
}

/** One replacement from the first to the last character that differ; null for equal texts. */
export function difference(text: string, changed: string): TextEdit | null {
  if (text === changed) return null;
  let start = 0;
  while (text[start] === changed[start]) start += 1;
  let end = text.length;
  let changedEnd = changed.length;
  while (end > start && changedEnd > start && text[end - 1] === changed[changedEnd - 1]) {
    end -= 1;
    changedEnd -= 1;
  }
  return { start, end, text: changed.slice(start, changedEnd) };
}
