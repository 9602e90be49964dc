import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { cwd, stdin } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isReadFile } from '../files/access.ts';
import { contentOf, nodeFiles, reasonOf } from '../files/nodeFiles.ts';
import { isSettingsFile, settingsFileIn } from '../module/settingsFile.ts';
import { directoryOf, Workspace } from '../module/workspace.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import { relativePath } from './makeReport.ts';
import type { CheckOptions } from './options.ts';
import type { Output } from './output.ts';

/** What a check works on. */
export interface Loaded {
  readonly workspace: Workspace;
  /** URIs of the files that were asked for; the others of the workspace are only there to be referred to. */
  readonly wanted: ReadonlySet<string>;
  /** URIs of the folders that were asked for, each with its last slash. */
  readonly folders: readonly string[];
}

/** Told of each file or folder that cannot be read, with the reason. */
type Fail = (message: string) => void;

/** Reads what the options ask for, the rest of the module around single files, and the settings that hold for them. */
export async function load(options: CheckOptions, output: Output, fail: Fail): Promise<Loaded> {
  const workspace = new Workspace();
  const { wanted, folders } =
    options.stdinFilePath === null
      ? await loadPaths(workspace, options.paths, output, fail)
      : await loadStandardInput(workspace, options.stdinFilePath, fail);
  loadSettings(workspace, wanted, folders, fail);
  return { workspace, wanted: new Set([...wanted].filter((uri) => isChecked(workspace, uri))), folders };
}

type Listed = Omit<Loaded, 'workspace'>;

async function loadPaths(workspace: Workspace, paths: readonly string[], output: Output, fail: Fail): Promise<Listed> {
  const { wanted, folders, neighbourhoods } = await listPaths(paths, fail);
  for (const directory of neighbourhoods) await loadDirectory(workspace, directory);
  let count = 0;
  for (const uri of wanted) {
    const content = nodeFiles.readNow(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
    else fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
    count += 1;
    output.progress(`read ${count} of ${wanted.size} files`);
  }
  output.progress('');
  return { wanted, folders };
}

interface ListedPaths extends Listed {
  /** Directories of files that were named one by one. */
  readonly neighbourhoods: ReadonlySet<string>;
}

async function listPaths(paths: readonly string[], fail: Fail): Promise<ListedPaths> {
  const wanted = new Set<string>();
  const folders: string[] = [];
  const neighbourhoods = new Set<string>();
  for (const path of paths) {
    const uri = pathToFileURL(resolve(path)).href;
    const entry = await stat(path).catch((error: unknown) => reasonOf(error));
    if (typeof entry === 'string') fail(`${path} cannot be read: ${entry}`);
    else if (entry.isDirectory()) {
      folders.push(uri.endsWith('/') ? uri : `${uri}/`);
      for (const file of await nodeFiles.list(uri)) wanted.add(file);
    } else if (!isReadFile(uri)) fail(`${path} cannot be checked: its name does not end in .tf or .tofu`);
    else {
      wanted.add(uri);
      neighbourhoods.add(directoryOf(uri));
    }
  }
  return { wanted, folders, neighbourhoods };
}

/** The text of standard input in the place of a file, which need not be on disk. */
async function loadStandardInput(workspace: Workspace, path: string, fail: Fail): Promise<Listed> {
  const uri = pathToFileURL(resolve(path)).href;
  await loadDirectory(workspace, directoryOf(uri));
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  const content = contentOf(Buffer.concat(chunks).toString('utf8'));
  if ('text' in content) workspace.openDocument(uri, content.text);
  else fail(`standard input cannot be read as ${path}: ${content.reason}`);
  return { wanted: new Set([uri]), folders: [] };
}

async function loadDirectory(workspace: Workspace, directoryUri: string): Promise<void> {
  for (const uri of await nodeFiles.listDirectory(directoryUri)) {
    const content = nodeFiles.readNow(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
  }
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
