import { fileURLToPath } from 'node:url';
import { replaceText } from '../files/replaceText.ts';
import type { Module } from '../module/module.ts';
import type { Workspace } from '../module/workspace.ts';
import { problemsByFile } from '../problems/fileProblems.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import { fixAll } from '../service/fixAll.ts';
import { relativePath } from './makeReport.ts';
import type { Output } from './output.ts';

export interface FixRequest {
  readonly workspace: Workspace;
  readonly modules: readonly Module[];
  /** URIs of the files that may be written. */
  readonly wanted: ReadonlySet<string>;
  readonly finder: ProblemFinder;
  readonly settings: ProblemSettings;
  readonly output: Output;
  readonly fail: (message: string) => void;
}

/** A fix in one file may allow another in the next; more rounds than this mean that two files undo each other. */
const ROUND_LIMIT = 10;

/** Applies what the editor's fix-all applies to each wanted file, on disk and in the workspace, and tells what. */
export function fixFiles(request: FixRequest): void {
  for (const module of request.modules) {
    const before = textsOf(module, request.wanted);
    const problemsBefore = ruleCounts(module, request);
    fixModule(module, [...before.keys()], request);
    const fixed = [...before].filter(([uri, text]) => textOf(module, uri) !== text);
    if (fixed.length === 0) continue;
    const problemsAfter = ruleCounts(module, request);
    for (const [uri, text] of fixed) {
      const reason = replaceText(fileURLToPath(uri), text, textOf(module, uri));
      if (reason === null) tellFixed(uri, problemsBefore.get(uri), problemsAfter.get(uri), request.output);
      else {
        request.workspace.setDiskFile(uri, text);
        request.fail(`${relativePath(uri)} cannot be written: ${reason}`);
      }
    }
  }
}

function fixModule(module: Module, uris: readonly string[], { workspace, finder, settings }: FixRequest): void {
  for (let round = 0; round < ROUND_LIMIT; round += 1) {
    const { version } = module;
    for (const uri of uris) workspace.setDiskFile(uri, fixAll(module, uri, finder, settings));
    if (module.version === version) return;
  }
}

function textsOf(module: Module, wanted: ReadonlySet<string>): Map<string, string> {
  return new Map(module.uris.filter((uri) => wanted.has(uri)).map((uri) => [uri, textOf(module, uri)]));
}

function textOf(module: Module, uri: string): string {
  return module.file(uri)?.syntax.text ?? '';
}

/** How often each rule speaks in each file. */
function ruleCounts(module: Module, { finder, settings }: FixRequest): Map<string, Map<string, number>> {
  const files = new Map<string, Map<string, number>>();
  for (const [uri, problems] of problemsByFile(finder, module, settings)) {
    const counts = new Map<string, number>();
    for (const { problem } of problems) counts.set(problem.ruleId, (counts.get(problem.ruleId) ?? 0) + 1);
    files.set(uri, counts);
  }
  return files;
}

function tellFixed(
  uri: string,
  before: ReadonlyMap<string, number> = new Map(),
  after: ReadonlyMap<string, number> = new Map(),
  output: Output,
): void {
  const gone = [...before].flatMap(([ruleId, count]) => {
    const left = after.get(ruleId) ?? 0;
    return left < count ? [`${count - left} ${ruleId}`] : [];
  });
  output.error(`fixed ${relativePath(uri)}${gone.length > 0 ? `: ${gone.sort().join(', ')}` : ''}`);
}
