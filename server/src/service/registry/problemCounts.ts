import type { Severity } from '../../checks/check.ts';
import type { Module } from '../../module/module.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf, resolvePlace } from '../../syntax/tree/place.ts';
import type { ServiceContext } from '../context.ts';
import type { ListedRepository } from './listRepositories.ts';

/** The number of problems in a repository's block and its policies' blocks, by severity. */
export function problemCounts(
  { place, policies }: Pick<ListedRepository, 'place' | 'policies'>,
  module: Module,
  context: ServiceContext,
  settings: ProblemSettings,
): Readonly<Record<Severity, number>> {
  const problems = { error: 0, warning: 0, info: 0, hint: 0 };
  const blocks: readonly Place[] = [place, ...policies.map(({ source, block }) => placeOf(source, block))];
  for (const block of blocks) {
    const file = module.syntaxOf(block.uri);
    const range = file && resolvePlace(file, block);
    if (!range) continue;
    for (const { start, problem } of context.problemsOf(block.uri, settings)) {
      if (start >= range.start && start < range.end) problems[problem.severity] += 1;
    }
  }
  return problems;
}
