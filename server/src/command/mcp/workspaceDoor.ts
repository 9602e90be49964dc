import { existsSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { cwd } from 'node:process';
import type { AgentDoor, Desk } from '../../agents/tool.ts';
import { AgentError } from '../../agents/tool.ts';
import { giveJson } from '../../ecr/plan/givenJson.ts';
import { givePlannedResources } from '../../ecr/plan/plannedResources.ts';
import { printNumber } from '../../facts/printNumber.ts';
import { machinePaths } from '../../files/paths.ts';
import { namedUri, Reach } from '../../files/reach.ts';
import { isWithin, realPathOrNull, workTreeAround } from '../../files/realPaths.ts';
import { isModuleFile, isTerraformFile } from '../../module/sources/fileKinds.ts';
import { settingsFileIn } from '../../module/sources/settingsFile.ts';
import { directoryOf } from '../../module/sources/uri.ts';
import { Workspace } from '../../module/workspace.ts';
import { ProblemFinder } from '../../problems/problemFinder.ts';
import { contentOf } from '../../protocol/fileRequests.ts';
import type { PlanSettings } from '../../review/planned/plannedProblems.ts';
import { ServiceContext } from '../../service/context.ts';
import { loadDirectory } from '../loadDirectory.ts';
import { readPlanSettings } from '../review/readPlanSettings.ts';
import { supplyFrom } from '../supply.ts';
import { UsageError } from '../usage.ts';

/** A folder with more files than this is too large for one answer. */
const FILE_LIMIT = 2000;

/** Reads the git work tree around the working directory, or else the working directory, and nothing outside. */
export class WorkspaceDoor implements AgentDoor {
  readonly #root: string;

  constructor() {
    const here = realPathOrNull(cwd()) ?? cwd();
    this.#root = workTreeAround(here) ?? here;
  }

  now(): number {
    return Date.now();
  }

  async readText(path: string): Promise<string> {
    return readOrRefuse(new Reach([]), this.#inside(path), path);
  }

  planSettings(path: string | null): PlanSettings | null {
    try {
      return readPlanSettings(path === null ? join(this.#root, 'plan.json') : this.#inside(path));
    } catch (error) {
      throw error instanceof UsageError ? new AgentError(error.message) : error;
    }
  }

  async open(path: string, text: string | null): Promise<Desk> {
    const absolute = this.#inside(path);
    const reach = new Reach([]);
    const workspace = new Workspace();
    const nameOf = (uri: string) => this.#nameOf(uri);
    const desk = {
      context: contextOf(workspace, reach),
      settings: SETTINGS,
      isFolder: isFolder(absolute),
      nameOf,
      unread: () => unreadOf(workspace, reach, nameOf),
      given: [],
      planned: [],
    };
    const uri = namedUri(absolute);
    if (desk.isFolder) {
      if (text !== null) throw new AgentError(`${path} is a folder; text can replace only a file`);
      return { ...desk, uris: await readFolder(uri, path, workspace, reach) };
    }
    if (isTerraformFile(uri)) {
      const content = text ?? readOrRefuse(reach, absolute, path);
      loadDirectory(workspace, directoryOf(uri), reach);
      readSettings(directoryOf(uri), workspace, reach);
      workspace.openDocument(uri, checked(content, path));
      return { ...desk, uris: [uri] };
    }
    if (!uri.endsWith('.json'))
      throw new AgentError(`${path} is not a Terraform file, a policy .json file or a folder`);
    const content = checked(text ?? readOrRefuse(reach, absolute, path), path);
    readSettings(directoryOf(uri), workspace, reach);
    const given = giveJson(workspace, uri, content);
    return { ...desk, uris: [], given, planned: givePlannedResources(workspace, uri, content) };
  }

  /** The absolute path; links never lead outside. */
  #inside(path: string): string {
    if (path.trim() === '' || path.includes('\0')) throw new AgentError('path must name a file or folder');
    const absolute = resolve(this.#root, path);
    const real = realPathOfNearest(absolute);
    if (!isWithin(absolute, this.#root) || real === null || !isWithin(real, this.#root))
      throw new AgentError('path leads out of the workspace');
    return absolute;
  }

  #nameOf(uri: string): string {
    return relative(this.#root, machinePaths.pathOf(uri) ?? uri)
      .split(sep)
      .join('/');
  }
}

const SETTINGS = { rules: {}, overrides: {}, companionReports: false };

function contextOf(workspace: Workspace, reach: Reach): ServiceContext {
  const finder = new ProblemFinder((ruleId) => {
    throw new AgentError(`rule ${ruleId} failed`);
  });
  return new ServiceContext(workspace, finder, supplyFrom(reach, workspace));
}

function unreadOf(workspace: Workspace, reach: Reach, nameOf: (uri: string) => string) {
  const files = [...reach.unread].map(([uri, because]) => ({ file: nameOf(uri), because }));
  return [...files, ...[...workspace.unreadPaths].map(([file, because]) => ({ file, because }))];
}

async function readFolder(uri: string, path: string, workspace: Workspace, reach: Reach): Promise<readonly string[]> {
  const files = (await reach.list(uri)).filter(isModuleFile);
  if (files.length > FILE_LIMIT)
    throw new AgentError(`${path} holds more than ${printNumber(FILE_LIMIT)} files; name a folder in it`);
  for (const directory of new Set(files.map(directoryOf))) {
    loadDirectory(workspace, directory, reach);
    readSettings(directory, workspace, reach);
  }
  const code = files.filter((file) => isTerraformFile(file) && workspace.moduleOf(file)?.file(file) !== undefined);
  if (code.length === 0) throw new AgentError(`${path} contains no Terraform file`);
  return code;
}

/** The settings files that apply to a directory: its own and those above it, if they are inside. */
function readSettings(directory: string, workspace: Workspace, reach: Reach): void {
  for (let at = directory; ; at = directoryOf(at)) {
    const uri = settingsFileIn(at);
    const content = reach.read(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
    if (directoryOf(at) === at || !reach.covers(directoryOf(at))) return;
  }
}

function readOrRefuse(reach: Reach, absolute: string, path: string): string {
  const content = reach.read(namedUri(absolute));
  if ('text' in content) return content.text;
  throw new AgentError(`${path} cannot be read: ${content.reason}`);
}

function checked(text: string, path: string): string {
  const content = contentOf(text);
  if ('text' in content) return content.text;
  throw new AgentError(`${path} cannot be read: ${content.reason}`);
}

/** The real path of the existing part of a path, because a file to be written may not exist yet. */
function realPathOfNearest(path: string): string | null {
  let at = path;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  return realPathOrNull(at);
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}
