import type { Severity } from '../checks/check.ts';
import type { Module } from '../module/module.ts';
import { calledDirectories } from '../module/moduleCalls.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import type { SourceFiles } from '../module/sources/sourceFiles.ts';
import { visible } from '../syntax/shown/printable.ts';
import { treeOfPiece } from '../syntax/tree/file.ts';
import { resolvePlace } from '../syntax/tree/place.ts';
import type { Range } from '../syntax/tree/tree.ts';
import type { FolderSettings } from './folderSettings.ts';
import { folderSettingsOf } from './folderSettings.ts';
import type { Problem } from './problem.ts';
import type { ProblemFinder } from './problemFinder.ts';
import type { ProblemSettings } from './settings.ts';
import { severityOf } from './settings.ts';
import type { SuppressedId, Suppression } from './suppressions.ts';

/** A problem with its place as half-open UTF-16 offsets of the current version of its file. */
export interface PlacedProblem extends Range {
  readonly uri: string;
  readonly problem: Problem;
}

/**
 * The problems to show to a module's user, by file: without suppressed and disabled ones, with severities applied, a
 * problem of two resources reported once, in text order. `folder` applies to all of the files.
 */
export function problemsByFile(
  finder: ProblemFinder,
  module: Module,
  settings: ProblemSettings,
  folder: FolderSettings | null = null,
): Map<string, PlacedProblem[]> {
  const collector = new Collector(module, module.uris, settings, folder);
  const used = new Set<SuppressedId>();
  for (const found of finder.problemsOf(module)) {
    const { uri, piece } = found.place;
    const silencing = finder.suppressionsOf(uri, piece).flatMap((suppression) => idsFor(suppression, found));
    for (const id of silencing) used.add(id);
    if (silencing.length === 0) collector.add(found);
  }
  // While nothing is reported as missing from a module, a suppression of such a problem has no effect.
  for (const { uri, syntax } of module.isOpen ? [] : module.files) {
    for (const { piece } of syntax.pieces) {
      for (const { source, comment, ids } of finder.suppressionsOf(uri, piece)) {
        // While a line is being typed, the problems that it suppresses come and go.
        const unused = treeOfPiece(piece).errors.length > 0 ? [] : ids.filter((id) => !used.has(id));
        if (unused.length > 0) for (const id of usedByCallers(finder, module)) used.add(id);
        for (const id of unused.filter((one) => !used.has(one))) {
          for (const found of finder.problemsOfUnused({ source, comment, id, isWhole: ids.length === 1 }))
            collector.add(found);
        }
      }
    }
  }
  return collector.finish();
}

/** The severity of a problem that no comment suppresses; `off` when the settings disable it. */
export function toldSeverity(
  { place: { uri }, ruleId, severity, isOfValidate }: Problem,
  settings: ProblemSettings,
  folder: FolderSettings | null,
): Severity | 'off' {
  if (folder?.isChecked(uri) === false || folder?.isSilenced(uri, ruleId)) return 'off';
  if (settings.companionReports && isOfValidate) return 'off';
  return severityOf(settings, folder, ruleId, severity);
}

/** True where a comment suppresses a problem. */
export function isSuppressed(finder: ProblemFinder, problem: Problem): boolean {
  const { uri, piece } = problem.place;
  return finder.suppressionsOf(uri, piece).some((suppression) => idsFor(suppression, problem).length > 0);
}

/** The suppressions that silence problems which a module only has because others in the workspace call it. */
function usedByCallers(finder: ProblemFinder, module: Module): readonly SuppressedId[] {
  const callers = module.environment.modules.filter(
    (other) => other !== module && other.remember(calledDirectories).size > 0,
  );
  return callers.flatMap((caller) =>
    finder.problemsOf(caller).flatMap((found) => {
      const { uri, piece } = found.place;
      if (module.file(uri) === undefined) return [];
      return finder.suppressionsOf(uri, piece).flatMap((suppression) => idsFor(suppression, found));
    }),
  );
}

/**
 * The problems of a settings file, which may set their severity itself. `modules` are all that it applies to, if known.
 */
export function problemsOfSettingsFile(
  finder: ProblemFinder,
  file: SettingsFile,
  settings: ProblemSettings,
  modules: readonly Module[] | null,
): PlacedProblem[] {
  const { rules } = folderSettingsOf(file);
  const own: FolderSettings = { rules, isChecked: () => true, isSilenced: () => false };
  const collector = new Collector(file, [file.uri], settings, own);
  for (const found of finder.problemsOfSettings(file, modules)) collector.add(found);
  return collector.finish().get(file.uri) ?? [];
}

/** The ids of a suppression that silence a problem. */
function idsFor({ covered, ids }: Suppression, { ruleId, place }: Problem): SuppressedId[] {
  if (place.start < covered.start || place.start > covered.end) return [];
  return ids.filter(({ id }) => id === ruleId);
}

class Collector {
  readonly #sources: SourceFiles;
  readonly #settings: ProblemSettings;
  readonly #folder: FolderSettings | null;
  readonly #files: Map<string, PlacedProblem[]>;
  readonly #told = new Set<string>();

  constructor(sources: SourceFiles, uris: readonly string[], settings: ProblemSettings, folder: FolderSettings | null) {
    this.#sources = sources;
    this.#settings = settings;
    this.#folder = folder;
    this.#files = new Map(uris.map((uri) => [uri, []]));
  }

  add(found: Problem): void {
    const { uri } = found.place;
    const severity = toldSeverity(found, this.#settings, this.#folder);
    const file = this.#sources.syntaxOf(uri);
    const range = file && resolvePlace(file, found.place);
    if (severity === 'off' || range === undefined) return;
    const identity = [range.start, range.end, found.ruleId, uri, found.message].join('\n');
    if (this.#told.has(identity)) return;
    this.#told.add(identity);
    const visibly = visibleProblem(found);
    const problem = severity === found.severity ? visibly : { ...visibly, severity };
    const problems = this.#files.get(uri) ?? [];
    problems.push({ uri, start: range.start, end: range.end, problem });
    this.#files.set(uri, problems);
  }

  finish(): Map<string, PlacedProblem[]> {
    for (const problems of this.#files.values()) problems.sort(compareProblems);
    return this.#files;
  }
}

/** Problems are kept through many versions of a file, and written again for each. */
const visibleProblems = new WeakMap<Problem, Problem>();

/** The problem with its texts on one line each: a message may repeat parts of a document. */
function visibleProblem(problem: Problem): Problem {
  const known = visibleProblems.get(problem) ?? withVisibleTexts(problem);
  visibleProblems.set(problem, known);
  return known;
}

function withVisibleTexts(problem: Problem): Problem {
  const words = [
    problem.message,
    ...problem.related.map(({ message }) => message),
    ...problem.fixes.map((fix) => fix.title),
  ];
  if (words.every((text) => visible(text) === text)) return problem;
  return {
    ...problem,
    message: visible(problem.message),
    related: problem.related.map((related) => ({ ...related, message: visible(related.message) })),
    fixes: problem.fixes.map((fix) => ({ ...fix, title: visible(fix.title) })),
  };
}

function compareProblems(one: PlacedProblem, other: PlacedProblem): number {
  if (one.start !== other.start) return one.start - other.start;
  if (one.end !== other.end) return one.end - other.end;
  return one.problem.ruleId < other.problem.ruleId ? -1 : 1;
}
