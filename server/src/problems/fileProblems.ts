import type { Module } from '../module/module.ts';
import { resolvePlace } from '../syntax/place.ts';
import type { Range } from '../syntax/tree.ts';
import type { Problem } from './problem.ts';
import type { ProblemFinder } from './problemFinder.ts';
import type { ProblemSettings } from './settings.ts';
import { severityOf } from './settings.ts';
import type { SuppressedId, Suppression } from './suppressions.ts';

/** A problem with its place as half-open UTF-16 offsets of the present version of its file. */
export interface PlacedProblem extends Range {
  readonly uri: string;
  readonly problem: Problem;
}

/**
 * The problems that a module's user is told of, by file: suppressed and switched-off ones left out, severities
 * applied, the same problem reached from two resources told once, in text order.
 */
export function problemsByFile(
  finder: ProblemFinder,
  module: Module,
  settings: ProblemSettings,
): Map<string, PlacedProblem[]> {
  const collector = new Collector(module, settings);
  const used = new Set<SuppressedId>();
  for (const found of finder.problemsOf(module)) {
    const { uri, piece } = found.place;
    const silencing = finder.suppressionsOf(uri, piece).flatMap((suppression) => idsFor(suppression, found));
    for (const id of silencing) used.add(id);
    if (silencing.length === 0) collector.add(found);
  }
  for (const { uri, syntax } of module.files) {
    for (const { piece } of syntax.pieces) {
      for (const { source, comment, ids } of finder.suppressionsOf(uri, piece)) {
        // While a line is being typed, what it silences comes and goes.
        const unused = piece.tree.errors.length > 0 ? [] : ids.filter((id) => !used.has(id));
        for (const id of unused) {
          for (const found of finder.problemsOfUnused({ source, comment, id, isWhole: ids.length === 1 }))
            collector.add(found);
        }
      }
    }
  }
  return collector.finish();
}

/** The ids of a suppression that silence a problem. */
function idsFor({ covered, ids }: Suppression, { ruleId, place }: Problem): SuppressedId[] {
  if (place.start < covered.start || place.start > covered.end) return [];
  return ids.filter(({ id }) => id === ruleId);
}

class Collector {
  readonly #module: Module;
  readonly #settings: ProblemSettings;
  readonly #files: Map<string, PlacedProblem[]>;
  readonly #told = new Set<string>();

  constructor(module: Module, settings: ProblemSettings) {
    this.#module = module;
    this.#settings = settings;
    this.#files = new Map(module.files.map(({ uri }) => [uri, []]));
  }

  add(found: Problem): void {
    const { uri } = found.place;
    const severity = severityOf(this.#settings, found.ruleId, found.severity);
    const file = this.#module.syntaxOf(uri);
    const range = file && resolvePlace(file, found.place);
    if (severity === 'off' || range === undefined) return;
    const identity = JSON.stringify([uri, range.start, range.end, found.ruleId, found.message]);
    if (this.#told.has(identity)) return;
    this.#told.add(identity);
    const problem = severity === found.severity ? found : { ...found, severity };
    const problems = this.#files.get(uri) ?? [];
    problems.push({ uri, start: range.start, end: range.end, problem });
    this.#files.set(uri, problems);
  }

  finish(): Map<string, PlacedProblem[]> {
    for (const problems of this.#files.values()) problems.sort(compareProblems);
    return this.#files;
  }
}

function compareProblems(one: PlacedProblem, other: PlacedProblem): number {
  if (one.start !== other.start) return one.start - other.start;
  if (one.end !== other.end) return one.end - other.end;
  return one.problem.ruleId < other.problem.ruleId ? -1 : 1;
}
