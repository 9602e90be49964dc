import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cwd, stdin } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contentOf } from '../files/fileRequests.ts';
import { nodeFiles, reasonOf } from '../files/nodeFiles.ts';
import { isModuleFile, isReadFile } from '../module/fileKinds.ts';
import { isSettingsFile, settingsFileIn } from '../module/settingsFile.ts';
import { directoryOf } from '../module/uri.ts';
import { Workspace } from '../module/workspace.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import type { GivenPolicy } from './givenJson.ts';
import { giveJson } from './givenJson.ts';
import { loadDirectory } from './loadDirectory.ts';
import type { CheckOptions } from './options.ts';
import type { Output } from './output.ts';
import { relativePath } from './reportPlaces.ts';

/** What a check works on. */
export interface Loaded {
  readonly workspace: Workspace;
  /** URIs of the files that were asked for; the others of the workspace are only there to be referred to. */
  readonly wanted: ReadonlySet<string>;
  /** URIs of the folders that were asked for, each with its last slash. */
  readonly folders: readonly string[];
  /** The policies of JSON files that were asked for. */
  readonly given: readonly GivenPolicy[];
}

/** Told of each file or folder that cannot be read, with the reason. */
type Fail = (message: string) => void;

/** Reads what the options ask for, the rest of the module around single files, and the settings that hold for them. */
export async function load(options: CheckOptions, output: Output, fail: Fail): Promise<Loaded> {
  const workspace = new Workspace();
  const { wanted, folders, given } =
    options.stdinFilePath === null
      ? await loadPaths(workspace, options.paths, output, fail)
      : await loadStandardInput(workspace, options.stdinFilePath, fail);
  loadSettings(workspace, new Set([...wanted, ...given.map(({ file }) => file)]), folders, fail);
  return {
    workspace,
    wanted: new Set([...wanted].filter((uri) => isChecked(workspace, uri))),
    folders,
    given: given.filter(({ file }) => isChecked(workspace, file)),
  };
}

type Listed = Omit<Loaded, 'workspace'>;

async function loadPaths(workspace: Workspace, paths: readonly string[], output: Output, fail: Fail): Promise<Listed> {
  const { wanted, folders, jsonFiles } = await listPaths(paths, fail);
  const directories = new Set([...wanted].filter(isModuleFile).map(directoryOf));
  for (const directory of directories) loadDirectory(workspace, directory, wanted);
  let count = 0;
  for (const uri of wanted) {
    const content = nodeFiles.readNow(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
    else {
      workspace.setUnreadable(uri);
      fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
    }
    count += 1;
    output.progress(`read ${count} of ${wanted.size} files`);
  }
  output.progress('');
  return { wanted, folders, given: jsonFiles.flatMap((uri) => loadJson(workspace, uri, fail)) };
}

function loadJson(workspace: Workspace, uri: string, fail: Fail): readonly GivenPolicy[] {
  const content = nodeFiles.readNow(uri);
  if ('text' in content) return giveJson(workspace, uri, content.text);
  fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
  return [];
}

interface ListedPaths extends Omit<Listed, 'given'> {
  /** Policies and plans that were named one by one. */
  readonly jsonFiles: readonly string[];
}

async function listPaths(paths: readonly string[], fail: Fail): Promise<ListedPaths> {
  const wanted = new Set<string>();
  const folders: string[] = [];
  const jsonFiles: string[] = [];
  for (const path of paths) {
    const uri = pathToFileURL(resolve(path)).href;
    const entry = await stat(path).catch((error: unknown) => reasonOf(error));
    if (typeof entry === 'string') fail(`${path} cannot be read: ${entry}`);
    else if (entry.isDirectory()) {
      folders.push(uri.endsWith('/') ? uri : `${uri}/`);
      for (const file of await nodeFiles.list(uri)) wanted.add(file);
    } else if (!isReadFile(uri)) {
      if (uri.endsWith('.json')) jsonFiles.push(uri);
      else fail(`${path} cannot be checked: its name does not end in .tf, .tofu or .json`);
    } else wanted.add(uri);
  }
  return { wanted, folders, jsonFiles };
}

/** The text of standard input in the place of a file, which need not be on disk. */
async function loadStandardInput(workspace: Workspace, path: string, fail: Fail): Promise<Listed> {
  const uri = pathToFileURL(resolve(path)).href;
  const isPolicy = !isReadFile(uri) && uri.endsWith('.json');
  if (!isPolicy) loadDirectory(workspace, directoryOf(uri));
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  const content = contentOf(Buffer.concat(chunks).toString('utf8'));
  if (!('text' in content)) fail(`standard input cannot be read as ${path}: ${content.reason}`);
  else if (isPolicy) return { wanted: new Set(), folders: [], given: giveJson(workspace, uri, content.text) };
  else workspace.openDocument(uri, content.text);
  return { wanted: new Set([uri]), folders: [], given: [] };
}

/** Reads the settings files above the wanted files, up to the working directory or the folder that was asked for. */
function loadSettings(workspace: Workspace, wanted: ReadonlySet<string>, folders: readonly string[], fail: Fail): void {
  const roots = [`${pathToFileURL(cwd()).href}/`, ...folders];
  const seen = new Set<string>();
  for (const uri of wanted) {
    const isOutside = !roots.some((root) => uri.startsWith(root));
    let directory = directoryOf(uri);
    while (!seen.has(directory) && (isOutside || roots.some((root) => `${directory}/`.startsWith(root)))) {
      seen.add(directory);
      readSettings(workspace, settingsFileIn(directory), fail);
      if (isOutside) break;
      directory = directoryOf(directory);
    }
  }
}

function readSettings(workspace: Workspace, uri: string, fail: Fail): void {
  if (!existsSync(fileURLToPath(uri))) return;
  const content = nodeFiles.readNow(uri);
  if ('text' in content) workspace.setDiskFile(uri, content.text);
  else fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
}

function isChecked(workspace: Workspace, uri: string): boolean {
  const settings = isSettingsFile(uri) ? null : workspace.settingsFor(uri);
  return settings === null || folderSettingsOf(settings).isChecked(uri);
}
