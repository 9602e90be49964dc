import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isTerraformFile } from '../files/access.ts';
import { localPages } from '../files/localPages.ts';
import { nodeFiles, reasonOf } from '../files/nodeFiles.ts';
import type { Module } from '../module/module.ts';
import { directoryOf, Workspace } from '../module/workspace.ts';
import { ProblemFinder } from '../problems/problemFinder.ts';
import { printJsonReport } from '../report/json.ts';
import { printTextReport } from '../report/text.ts';
import { makeReport, relativePath, visibleReport } from './makeReport.ts';
import type { CheckOptions } from './options.ts';
import type { Output } from './output.ts';

/** Runs `check` and answers its exit status: 0 clean, 1 problems, 2 something could not be read or checked. */
export async function runCheck(options: CheckOptions, output: Output): Promise<number> {
  let status = 0;
  const fail = (message: string) => {
    output.error(message);
    status = 2;
  };
  const workspace = new Workspace();
  const wanted = await loadPaths(workspace, options.paths, output, fail);
  const finder = new ProblemFinder((ruleId, error) => fail(`rule ${ruleId} failed: ${reasonOf(error)}`));
  const modules = workspace.modules.filter(({ uris }) => uris.some((uri) => wanted.has(uri)));
  const all = makeReport({ modules, finder, wanted, options, pages: localPages() });
  const report = visibleReport(all, options.minSeverity);
  output.print(
    options.format === 'json'
      ? printJsonReport(report)
      : printTextReport(report, (file) => linesOf(modules, file), output.hasColours),
  );
  const { error, warning } = all.summary;
  const hasTooMany = options.maxWarnings !== null && warning > options.maxWarnings;
  if (hasTooMany) {
    const found = warning === 1 ? 'is 1 warning' : `are ${warning} warnings`;
    output.error(`there ${found}, more than --max-warnings ${options.maxWarnings}`);
  }
  return status !== 0 ? status : error > 0 || hasTooMany ? 1 : 0;
}

/** Reads what the paths stand for, and the rest of the module around single files; answers the files asked for. */
async function loadPaths(
  workspace: Workspace,
  paths: readonly string[],
  output: Output,
  fail: (message: string) => void,
): Promise<Set<string>> {
  const wanted = new Set<string>();
  const neighbourhoods = new Set<string>();
  for (const path of paths) {
    const uri = pathToFileURL(resolve(path)).href;
    const entry = await stat(path).catch((error: unknown) => reasonOf(error));
    if (typeof entry === 'string') fail(`${path} cannot be read: ${entry}`);
    else if (entry.isDirectory()) for (const file of await nodeFiles.list(uri)) wanted.add(file);
    else if (!isTerraformFile(path)) fail(`${path} cannot be checked: its name does not end in .tf or .tofu`);
    else {
      wanted.add(uri);
      neighbourhoods.add(directoryOf(uri));
    }
  }
  for (const directory of neighbourhoods) {
    for (const uri of await nodeFiles.listDirectory(directory)) {
      const content = nodeFiles.readNow(uri);
      if ('text' in content) workspace.setDiskFile(uri, content.text);
    }
  }
  let count = 0;
  for (const uri of wanted) {
    const content = nodeFiles.readNow(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
    else fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
    count += 1;
    output.progress(`read ${count} of ${wanted.size} files`);
  }
  output.progress('');
  return wanted;
}

function linesOf(modules: readonly Module[], file: string): string[] {
  const uri = pathToFileURL(resolve(file)).href;
  const text = modules.map((module) => module.file(uri)).find((found) => found !== undefined)?.syntax.text ?? '';
  return text.split(/\r?\n/);
}
