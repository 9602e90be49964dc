import { stat } from 'node:fs/promises';
import { cwd, stdin } from 'node:process';
import type { GivenPolicy } from '../ecr/plan/givenJson.ts';
import { giveJson } from '../ecr/plan/givenJson.ts';
import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import { givePlannedResources } from '../ecr/plan/plannedResources.ts';
import { reasonOf } from '../files/nodeFiles.ts';
import { namedUri, Reach } from '../files/reach.ts';
import { isModuleFile, isReadFile, isTerraformFile } from '../module/sources/fileKinds.ts';
import { isSettingsFile, SettingsFile } from '../module/sources/settingsFile.ts';
import { directoryOf, withSlash } from '../module/sources/uri.ts';
import { Workspace } from '../module/workspace.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import { decodedContent, LIES_OUTSIDE, NOT_REGULAR } from '../protocol/fileRequests.ts';
import { relativePath } from '../report/reportPlaces.ts';
import { directoriesToRead } from './directoriesToRead.ts';
import { listedFiles } from './listedFiles.ts';
import { loadDirectory } from './loadDirectory.ts';
import { loadSettings } from './loadSettings.ts';
import type { CheckOptions } from './options.ts';
import type { Output } from './output.ts';
import { UsageError } from './usage.ts';

/** The input of a check. */
export interface Loaded {
  readonly workspace: Workspace;
  /** URIs of the requested files; the others in the workspace only serve as references. */
  readonly wanted: ReadonlySet<string>;
  /** Requested files that were scanned but not parsed, because nothing in their folders concerns ECR. */
  readonly setAside: ReadonlySet<string>;
  /** URIs of the requested folders, each with its last slash. */
  readonly folders: readonly string[];
  /** The policies of the requested JSON files. */
  readonly given: readonly GivenPolicy[];
  /** The resources of the requested plans. */
  readonly planned: readonly PlannedResource[];
  readonly reach: Reach;
}

/** Receives each file or folder that cannot be read, with the reason. */
type Fail = (message: string) => void;

/** Where a check reads from, and where it puts what it reads. */
interface Loading {
  readonly workspace: Workspace;
  readonly reach: Reach;
  readonly output: Output;
  readonly fail: Fail;
}

/** Reads the requested paths, the rest of the module around single files, and the settings that apply to them. */
export async function load(options: CheckOptions, output: Output, fail: Fail): Promise<Loaded> {
  const { stdinFilePath, filesFrom } = options;
  const workspace = new Workspace();
  const paths = filesFrom === null ? options.paths : listedFiles(filesFrom);
  if (filesFrom !== null && paths.length === 0 && !options.quiet)
    output.error('no file of the list is one that is checked');
  const reach = new Reach(stdinFilePath === null ? paths : [stdinFilePath]);
  const loading = { workspace, reach, output, fail };
  const { wanted, setAside, folders, given, planned } =
    stdinFilePath === null
      ? await loadPaths({ ...options, paths }, loading)
      : await loadStandardInput(stdinFilePath, loading);
  if (options.config !== null) workspace.useSettings(readConfig(options.config));
  else loadSettings([...wanted, ...[...given, ...planned].map(({ file }) => file)], folders, loading);
  return {
    workspace,
    wanted: new Set([...wanted].filter((uri) => isChecked(workspace, uri))),
    setAside: new Set([...setAside].filter((uri) => isChecked(workspace, uri))),
    folders,
    given: given.filter(({ file }) => isChecked(workspace, file)),
    planned: planned.filter(({ file }) => isChecked(workspace, file)),
    reach,
  };
}

type Listed = Omit<Loaded, 'workspace' | 'reach'>;

const NO_FILES: Listed = { wanted: new Set(), setAside: new Set(), folders: [], given: [], planned: [] };

async function loadPaths({ paths, allowEmpty }: CheckOptions, loading: Loading): Promise<Listed> {
  const { wanted, named, folders, jsonFiles } = await listPaths(paths, loading);
  const { workspace, reach, output } = loading;
  const directories = new Set([...wanted].filter(isModuleFile).map(directoryOf));
  const needed = directoriesToRead(directories, new Set(named.map(directoryOf)), reach);
  for (const directory of directories) {
    if (needed.has(directory)) loadDirectory(workspace, directory, reach, wanted);
  }
  const isNamed = (uri: string) => named.includes(uri);
  const setAside = new Set([...wanted].filter((uri) => isModuleFile(uri) && !needed.has(directoryOf(uri))));
  const read: string[] = [...setAside];
  for (const [index, uri] of [...wanted].entries()) {
    if (!setAside.has(uri) && loadFile(uri, isNamed(uri), loading)) read.push(uri);
    output.progress(`read ${index + 1} of ${wanted.size} files`);
  }
  output.progress('');
  if (!allowEmpty) tellEmptyFolders(folders, read, loading.fail);
  for (const { uri } of folders) workspace.setWhole(uri, true);
  const json = jsonFiles.map((uri) => loadJson(uri, loading));
  return {
    wanted,
    setAside,
    folders: folders.map(({ uri }) => uri),
    given: json.flatMap(({ given }) => given),
    planned: json.flatMap(({ planned }) => planned),
  };
}

/** Reads a file; false when it cannot be read. */
function loadFile(uri: string, isNamed: boolean, { workspace, reach, fail }: Loading): boolean {
  const content = reach.read(uri);
  if ('text' in content) {
    workspace.setDiskFile(uri, content.text);
    return true;
  }
  workspace.setUnreadable(uri);
  const isForeign = content.reason === LIES_OUTSIDE.reason || content.reason === NOT_REGULAR.reason;
  // A folder is still checked when one of its entries is not a regular file.
  if (isForeign && !isNamed) reach.leaveUnread(uri, content.reason);
  else fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
  return false;
}

/** A check of nothing would always pass. */
function tellEmptyFolders(folders: readonly NamedFolder[], read: readonly string[], fail: Fail): void {
  for (const { path, uri } of folders) {
    if (read.some((file) => file.startsWith(uri) && isTerraformFile(file))) continue;
    const name = path === '.' ? `the working directory ${cwd()}` : path;
    fail(`${name} holds no .tf, .tofu or .tf.json file that git does not ignore; --allow-empty accepts that`);
  }
}

type GivenParts = Pick<Loaded, 'given' | 'planned'>;

function loadJson(uri: string, { workspace, reach, fail }: Loading): GivenParts {
  const content = reach.read(uri);
  if ('text' in content) return partsOf(workspace, uri, content.text);
  fail(`${relativePath(uri)} cannot be read: ${content.reason}`);
  return NO_FILES;
}

/** The policies of a JSON file, and the resources of a plan. */
function partsOf(workspace: Workspace, uri: string, text: string): GivenParts {
  return { given: giveJson(workspace, uri, text), planned: givePlannedResources(workspace, uri, text) };
}

interface NamedFolder {
  /** As it was written. */
  readonly path: string;
  /** With its last slash. */
  readonly uri: string;
}

interface ListedPaths {
  readonly wanted: ReadonlySet<string>;
  /** The requested files that were named one by one. */
  readonly named: readonly string[];
  readonly folders: readonly NamedFolder[];
  /** Policies and plans that were named one by one. */
  readonly jsonFiles: readonly string[];
}

async function listPaths(paths: readonly string[], { reach, fail }: Loading): Promise<ListedPaths> {
  const wanted = new Set<string>();
  const named: string[] = [];
  const folders: NamedFolder[] = [];
  const jsonFiles: string[] = [];
  for (const path of paths) {
    const uri = namedUri(path);
    const entry = await stat(path).catch((error: unknown) => reasonOf(error));
    if (typeof entry === 'string') fail(`${path} cannot be read: ${entry}`);
    else if (!reach.covers(uri)) fail(`${path} cannot be read: it leads out of the git work tree`);
    else if (entry.isDirectory()) {
      folders.push({ path, uri: withSlash(uri) });
      for (const file of await reach.list(uri)) wanted.add(file);
    } else if (!isReadFile(uri)) {
      if (uri.endsWith('.json')) jsonFiles.push(uri);
      else fail(`${path} cannot be checked: its name does not end in .tf, .tofu or .json`);
    } else {
      wanted.add(uri);
      named.push(uri);
    }
  }
  return { wanted, named, folders, jsonFiles };
}

/** The text of standard input, used in place of a file that need not exist. */
async function loadStandardInput(path: string, { workspace, reach, fail }: Loading): Promise<Listed> {
  const uri = namedUri(path);
  const isPolicy = !isReadFile(uri) && uri.endsWith('.json');
  if (!isPolicy) loadDirectory(workspace, directoryOf(uri), reach);
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk));
  const bytes = Buffer.concat(chunks);
  const content = decodedContent(bytes.toString('utf8'), bytes);
  if (!('text' in content)) fail(`standard input cannot be read as ${path}: ${content.reason}`);
  else if (isPolicy) return { ...NO_FILES, ...partsOf(workspace, uri, content.text) };
  else workspace.openDocument(uri, content.text);
  return { ...NO_FILES, wanted: new Set([uri]) };
}

/** Settings that replace all others; their patterns start at the working directory. */
function readConfig(path: string): SettingsFile {
  const uri = namedUri(path);
  const content = new Reach([path]).read(uri);
  if (!('text' in content)) throw new UsageError(`${path} cannot be read: ${content.reason}`);
  const file = new SettingsFile(uri, content.text, namedUri(cwd()));
  if (file.document.root?.type !== 'object') throw new UsageError(`${path} cannot be read: it is not JSON settings`);
  return file;
}

function isChecked(workspace: Workspace, uri: string): boolean {
  const settings = isSettingsFile(uri) ? null : workspace.settingsFor(uri);
  return settings === null || folderSettingsOf(settings).isChecked(uri);
}
