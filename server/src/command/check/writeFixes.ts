import { dirname } from 'node:path';
import type { GivenPolicy } from '../../ecr/plan/givenJson.ts';
import { machinePaths } from '../../files/paths.ts';
import type { Reach } from '../../files/reach.ts';
import { realPathOrNull } from '../../files/realPaths.ts';
import { replaceText } from '../../files/replaceText.ts';
import type { Workspace } from '../../module/workspace.ts';
import type { ProblemSettings } from '../../problems/settings.ts';
import { LIES_OUTSIDE } from '../../protocol/fileRequests.ts';
import { modulesOf } from '../../report/makeReport.ts';
import { relativePath } from '../../report/reportPlaces.ts';
import type { ServiceContext } from '../../service/context.ts';
import { fixAll } from '../../service/fixes/fixAll.ts';

export interface FixRequest {
  /** What the whole run works on. */
  readonly context: ServiceContext;
  /** URIs of the files that may be written. */
  readonly wanted: ReadonlySet<string>;
  /** URIs, with their last slashes, of folders in which the policy files that modules read may be written too. */
  readonly folders: readonly string[];
  /** The policies of the requested JSON files. */
  readonly given: readonly GivenPolicy[];
  readonly reach: Reach;
  readonly settings: ProblemSettings;
  readonly tell: (message: string) => void;
  readonly fail: (message: string) => void;
  /** Replaces the text from before the fixes; returns null, or the reason why the file stays as it is. */
  readonly write: (uri: string, before: string, after: string, request: FixRequest) => string | null;
}

/** A fix in one file may enable another in the next; more rounds than this mean that two files undo each other. */
const ROUND_LIMIT = 10;

/** Applies the editor's fix-all to each requested file, on disk and in the workspace, and reports the changes. */
export function fixFiles(asked: FixRequest): void {
  const links = linksWithin(asked.wanted);
  const wanted = new Set([...asked.wanted].filter((uri) => !links.includes(uri)));
  const request = { ...asked, wanted };
  const { workspace } = request.context;
  // Settings first: they decide which problems other files have.
  for (const { uri } of workspace.settingsFiles) if (wanted.has(uri)) fixTogether([uri], request);
  for (const { uris } of modulesOf(workspace, wanted))
    fixTogether(
      uris.filter((uri) => wanted.has(uri)),
      request,
    );
  for (const uri of policyFiles(request)) fixTogether([uri], request);
  for (const { uri, file, address } of request.given) {
    // Terraform wrote the string in the plan; only its source can be fixed.
    if (address === null) fixTogether([uri], request, file);
  }
  for (const uri of links) {
    const content = request.reach.read(uri);
    if ('text' in content) workspace.setDiskFile(uri, content.text);
  }
}

/** Files that are links to other requested files, which are the ones to fix. */
function linksWithin(uris: ReadonlySet<string>): readonly string[] {
  return [...uris].filter((uri) => {
    const path = machinePaths.pathOf(uri);
    const real = path === null ? null : realPathOrNull(path);
    const target = real === null ? uri : machinePaths.uriOf(real);
    return target !== uri && uris.has(target);
  });
}

/** The policy files in the requested folders that modules with requested files read. */
function policyFiles({ context, wanted, folders, settings }: FixRequest): readonly string[] {
  const read = modulesOf(context.workspace, wanted).flatMap((module) => context.attachedFilesOf(module, settings));
  return [...new Set(read)].filter((uri) => folders.some((folder) => uri.startsWith(folder)));
}

/** Fixes files that depend on each other. `file` is the path to write to when the text was read from a stand-in URI. */
function fixTogether(uris: readonly string[], request: FixRequest, file: string | null = null): void {
  const { tell, fail, write } = request;
  const { workspace } = request.context;
  const before = new Map(uris.map((uri) => [uri, textOf(workspace, uri)]));
  const countsBefore = ruleCounts(uris, request);
  fixUntilStable(uris, request);
  const fixed = [...before].filter(([uri, text]) => textOf(workspace, uri) !== text);
  if (fixed.length === 0) return;
  const countsAfter = ruleCounts(uris, request);
  for (const [uri, text] of fixed) {
    const reason = write(file ?? uri, text, textOf(workspace, uri), request);
    if (reason === null) tellFixed(file ?? uri, countsBefore.get(uri), countsAfter.get(uri), tell);
    else {
      setText(workspace, uri, text);
      fail(`${relativePath(file ?? uri)} cannot be written: ${reason}`);
    }
  }
}

/** Writes a file on disk; returns null, or the reason why it stays as it is. */
export function writeToDisk(uri: string, before: string, after: string, { folders, reach }: FixRequest): string | null {
  const path = machinePaths.pathOf(uri);
  if (path === null || !reach.covers(uri)) return LIES_OUTSIDE.reason;
  const around = folders.filter((folder) => uri.startsWith(folder)).sort((one, other) => one.length - other.length)[0];
  const folder = around === undefined ? dirname(path) : (machinePaths.pathOf(around) ?? dirname(path));
  return replaceText(path, folder, before, after);
}

function fixUntilStable(uris: readonly string[], { context, settings }: FixRequest): void {
  const { workspace } = context;
  for (let round = 0; round < ROUND_LIMIT; round += 1) {
    let hasChanged = false;
    for (const uri of uris) {
      const text = fixAll(context, uri, settings);
      if (text === textOf(workspace, uri)) continue;
      setText(workspace, uri, text);
      hasChanged = true;
    }
    if (!hasChanged) return;
  }
}

function setText(workspace: Workspace, uri: string, text: string): void {
  switch (workspace.documentAt(uri)?.kind) {
    case 'policy':
      workspace.setAttachedFile(uri, text);
      break;
    case 'module':
    case 'settings':
    case undefined:
      workspace.setDiskFile(uri, text);
      break;
  }
}

function textOf(workspace: Workspace, uri: string): string {
  return workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
}

/** How often each rule reports a problem in each file. */
function ruleCounts(
  uris: readonly string[],
  { context, settings }: FixRequest,
): Map<string, ReadonlyMap<string, number>> {
  return new Map(
    uris.map((uri) => {
      const counts = new Map<string, number>();
      for (const { problem } of context.problemsOf(uri, settings)) {
        counts.set(problem.ruleId, (counts.get(problem.ruleId) ?? 0) + 1);
      }
      return [uri, counts];
    }),
  );
}

function tellFixed(
  uri: string,
  before: ReadonlyMap<string, number> = new Map(),
  after: ReadonlyMap<string, number> = new Map(),
  tell: (message: string) => void,
): void {
  const gone = [...before].flatMap(([ruleId, count]) => {
    const left = after.get(ruleId) ?? 0;
    return left < count ? [`${count - left} ${ruleId}`] : [];
  });
  tell(`fixed ${relativePath(uri)}${gone.length > 0 ? `: ${gone.sort().join(', ')}` : ''}`);
}
