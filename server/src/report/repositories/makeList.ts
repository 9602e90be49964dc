import { cwd } from 'node:process';
import type { Severity } from '../../checks/check.ts';
import type { Module } from '../../module/module.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import type { ServiceContext } from '../../service/context.ts';
import type { ListedRepository } from '../../service/registry/listRepositories.ts';
import { listRepositories } from '../../service/registry/listRepositories.ts';
import { problemCounts } from '../../service/registry/problemCounts.ts';
import type { ReportRange } from '../report.ts';
import { ReportPlaces } from '../reportPlaces.ts';

/** A repository as an entry of a list. */
export interface RepositoryRow extends Omit<ListedRepository, 'place' | 'policies'> {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  readonly range: ReportRange;
  /** The number of problems in its block and those of its policies. */
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
  return listRepositories(module).flatMap((listed) => {
    const { place, policies: _policies, ...repository } = listed;
    const found = wanted.has(place.uri) ? places.resolve(place) : null;
    if (found === null) return [];
    return [{ ...repository, ...found, problems: problemCounts(listed, module, context, settings) }];
  });
}
