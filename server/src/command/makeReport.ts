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
import type { ProblemSettings } from '../problems/settings.ts';
import type { Report, ReportedProblem, ReportRange } from '../report/report.ts';
import type { Severity } from '../rules/rule.ts';
import { resolvePlace } from '../syntax/place.ts';
import type { Range } from '../syntax/tree.ts';
import { SEVERITIES } from './options.ts';

export interface ReportRequest {
  readonly modules: readonly Module[];
  readonly finder: ProblemFinder;
  /** URIs of the files that were asked for; the others are only there to be referred to. */
  readonly wanted: ReadonlySet<string>;
  readonly settings: ProblemSettings;
  /** The address of the rules' pages, ending in a slash. */
  readonly pages: string;
}

/** Finds the problems of the wanted files, of every severity, and puts them as a report says them. */
export function makeReport({ modules, finder, wanted, settings, pages }: ReportRequest): Report {
  const problems: ReportedProblem[] = [];
  const summary = { files: 0, repositories: 0, policies: 0, error: 0, warning: 0, info: 0, hint: 0 };
  for (const module of modules) {
    const positions = new FilePositions(module);
    for (const [uri, placed] of problemsByFile(finder, module, settings)) {
      if (!wanted.has(uri)) continue;
      for (const { problem } of placed) summary[problem.severity] += 1;
      problems.push(...placed.map((one) => reportProblem(one, positions, pages)));
      summary.files += 1;
    }
    const blocks = [...module.allBlocks()].filter(({ source }) => wanted.has(source.uri));
    summary.repositories += blocks.filter((block) => isBlockOf(block, 'resource', REPOSITORY_TYPE)).length;
    summary.policies += blocks.filter((block) => policyArgumentOf(block) !== undefined).length;
    // One module's trees at a time: a large workspace's would fill the memory.
    for (const uri of module.uris) module.forgetTrees(uri);
  }
  return { problems: problems.sort(compareFiles), summary };
}

/** The report without the problems that are milder than asked for. */
export function visibleReport({ problems, summary }: Report, minSeverity: Severity): Report {
  const hidden = SEVERITIES.slice(SEVERITIES.indexOf(minSeverity) + 1);
  return {
    problems: problems.filter(({ severity }) => !hidden.includes(severity)),
    summary: { ...summary, ...Object.fromEntries(hidden.map((severity) => [severity, 0])) },
  };
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
