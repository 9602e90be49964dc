import type { GivenPolicy } from '../ecr/plan/givenJson.ts';
import { ownerOf } from '../ecr/plan/givenJson.ts';
import type { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { ServiceContext } from '../service/context.ts';

/**
 * The problems of a policy that was given as JSON, all of them in its text: those about the whole policy are shown on
 * the opening of a file's document, or on the string in a plan.
 */
export function problemsOfGiven(
  policy: GivenPolicy,
  workspace: Workspace,
  context: ServiceContext,
  settings: ProblemSettings,
): readonly PlacedProblem[] {
  const { uri, address } = policy;
  const owner = ownerOf(policy);
  const code = workspace.filesAt(owner)?.syntaxOf(owner)?.text ?? '';
  const text = workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
  const opening = Math.max(0, text.search(/\S/));
  const range =
    address === null ? { start: opening, end: Math.min(opening + 1, text.length) } : { start: 0, end: text.length };
  const ofWhole = context
    .problemsOf(owner, settings)
    .filter(({ start }) => start >= code.indexOf('policy ='))
    .map((placed) => ({ ...placed, ...range, uri }));
  return [...ofWhole, ...context.problemsOf(uri, settings)];
}
