import { cwd } from 'node:process';
import type { Severity } from '../../checks/check.ts';
import type { Module } from '../../module/module.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { ServiceContext } from '../../service/context.ts';
import type { ListedRepository } from '../../service/registry/listRepositories.ts';
import { listRepositories } from '../../service/registry/listRepositories.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf, resolvePlace } from '../../syntax/tree/place.ts';
import type { ReportRange } from '../report.ts';
import { ReportPlaces } from '../reportPlaces.ts';

/** A repository as a list of them says it. */
export interface RepositoryRow extends Omit<ListedRepository, 'place' | 'policies'> {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly range: ReportRange;
  /** How many problems its block and those of its policies have. */
  readonly problems: Readonly<Record<Severity, number>>;
}

/** The repositories that a module declares in some files. */
export function makeList(
  module: Module,
  wanted: ReadonlySet<string>,
  context: ServiceContext,
  settings: ProblemSettings,
): readonly RepositoryRow[] {
  const places = new ReportPlaces(module, cwd());
  return listRepositories(module).flatMap(({ place, policies, ...repository }) => {
    const found = wanted.has(place.uri) ? places.resolve(place) : null;
    if (found === null) return [];
    const blocks = [place, ...policies.map(({ source, block }) => placeOf(source, block))];
    return [{ ...repository, ...found, problems: problemsIn(blocks, module, context, settings) }];
  });
}

function problemsIn(
  blocks: readonly Place[],
  module: Module,
  context: ServiceContext,
  settings: ProblemSettings,
): RepositoryRow['problems'] {
  const problems = { error: 0, warning: 0, info: 0, hint: 0 };
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
