import type { Module } from '../module/module.ts';
import { resolvePlace } from '../syntax/place.ts';
import type { Range } from '../syntax/tree.ts';
import type { Problem } from './problem.ts';
import type { ProblemFinder } from './problemFinder.ts';
import type { ProblemSettings } from './settings.ts';
import { severityOf } from './settings.ts';

/** A problem with its place as half-open UTF-16 offsets of the present version of its file. */
export interface PlacedProblem extends Range {
  readonly uri: string;
  readonly problem: Problem;
}

/**
 * The problems that a module's user is told of, by file: severities applied, switched-off rules left out, the same
 * problem reached from two resources told once, in text order.
 */
export function problemsByFile(
  finder: ProblemFinder,
  module: Module,
  settings: ProblemSettings,
): Map<string, PlacedProblem[]> {
  const files = new Map<string, PlacedProblem[]>(module.files.map(({ uri }) => [uri, []]));
  const told = new Set<string>();
  for (const found of finder.problemsOf(module)) {
    const severity = severityOf(settings, found.ruleId, found.severity);
    const file = module.file(found.place.uri);
    const range = file && resolvePlace(file.syntax, found.place);
    if (severity === 'off' || range === undefined) continue;
    const identity = JSON.stringify([found.place.uri, range.start, range.end, found.ruleId, found.message]);
    if (told.has(identity)) continue;
    told.add(identity);
    const problem = severity === found.severity ? found : { ...found, severity };
    files.get(found.place.uri)?.push({ uri: found.place.uri, ...range, problem });
  }
  for (const problems of files.values()) problems.sort(compareProblems);
  return files;
}

function compareProblems(one: PlacedProblem, other: PlacedProblem): number {
  if (one.start !== other.start) return one.start - other.start;
  if (one.end !== other.end) return one.end - other.end;
  return one.problem.ruleId < other.problem.ruleId ? -1 : 1;
}
