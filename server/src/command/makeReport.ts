import { relative, sep } from 'node:path';
import { cwd } from 'node:process';
import { fileURLToPath } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { policyArgumentOf } from '../ecr/policy/readPolicy.ts';
import { REPOSITORY_TYPE } from '../ecr/repository.ts';
import { pageOf } from '../facts/documentation.ts';
import { isBlockOf } from '../module/declarations.ts';
import type { Module } from '../module/module.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { problemsByFile } from '../problems/fileProblems.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { Report, ReportedProblem, ReportRange } from '../report/report.ts';
import { resolvePlace } from '../syntax/place.ts';
import type { Range } from '../syntax/tree.ts';
import type { CheckOptions } from './options.ts';
import { SEVERITIES } from './options.ts';

export interface ReportRequest {
  readonly modules: readonly Module[];
  readonly finder: ProblemFinder;
  /** URIs of the files that were asked for; the others are only there to be referred to. */
  readonly wanted: ReadonlySet<string>;
  readonly options: Pick<CheckOptions, 'minSeverity' | 'rules'>;
  /** The address of the rules' pages, ending in a slash. */
  readonly pages: string;
}

/** Finds the problems of the wanted files and puts them as a report says them. */
export function makeReport({ modules, finder, wanted, options, pages }: ReportRequest): Report {
  const shown = SEVERITIES.slice(0, SEVERITIES.indexOf(options.minSeverity) + 1);
  const settings = { rules: options.rules, syntaxReportedElsewhere: false };
  const problems = modules.flatMap((module) => {
    const positions = new FilePositions(module);
    return [...problemsByFile(finder, module, settings)]
      .filter(([uri]) => wanted.has(uri))
      .flatMap(([, placed]) => placed)
      .filter(({ problem }) => shown.includes(problem.severity))
      .map((placed) => reportProblem(placed, positions, pages));
  });
  return { problems: problems.sort(compareFiles), summary: summarize(modules, wanted, problems) };
}

function reportProblem(
  { uri, start, end, problem }: PlacedProblem,
  positions: FilePositions,
  pages: string,
): ReportedProblem {
  return {
    file: relativePath(uri),
    range: positions.range(uri, { start, end }),
    severity: problem.severity,
    rule: problem.ruleId,
    message: problem.message,
    fixable: problem.fixes.some(({ kind }) => kind === 'one'),
    url: pageOf(problem.ruleId, pages),
    related: problem.related.flatMap(({ place, message }) => {
      const range = positions.resolve(place);
      return range === null ? [] : [{ file: relativePath(place.uri), range, message }];
    }),
  };
}

function summarize(
  modules: readonly Module[],
  wanted: ReadonlySet<string>,
  problems: readonly ReportedProblem[],
): Report['summary'] {
  const blocks = modules.flatMap((module) => [...module.allBlocks()]).filter(({ source }) => wanted.has(source.uri));
  const count = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  return {
    files: modules.flatMap(({ files }) => files).filter(({ uri }) => wanted.has(uri)).length,
    repositories: blocks.filter(({ block }) => isBlockOf(block, 'resource', REPOSITORY_TYPE)).length,
    policies: blocks.filter((declaration) => policyArgumentOf(declaration) !== undefined).length,
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    hint: count('hint'),
  };
}

/** Stable: problems of one file are in text order already. */
function compareFiles(one: ReportedProblem, other: ReportedProblem): number {
  if (one.file === other.file) return 0;
  return one.file < other.file ? -1 : 1;
}

/** A file's path from the working directory, with `/`. */
export function relativePath(uri: string): string {
  return relative(cwd(), fileURLToPath(uri)).split(sep).join('/');
}

/** Lines and characters of a module's files. */
class FilePositions {
  readonly #module: Module;
  readonly #documents = new Map<string, TextDocument>();

  constructor(module: Module) {
    this.#module = module;
  }

  range(uri: string, { start, end }: Range): ReportRange {
    const document =
      this.#documents.get(uri) ?? TextDocument.create(uri, '', 0, this.#module.file(uri)?.syntax.text ?? '');
    this.#documents.set(uri, document);
    return { start: document.positionAt(start), end: document.positionAt(end) };
  }

  resolve(place: Parameters<typeof resolvePlace>[1]): ReportRange | null {
    const file = this.#module.file(place.uri);
    const range = file && resolvePlace(file.syntax, place);
    return range ? this.range(place.uri, range) : null;
  }
}
