import type { Severity } from '../checks/check.ts';
import { SEVERITIES } from '../checks/check.ts';
import type { GivenPolicy } from '../ecr/plan/givenJson.ts';
import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import type { Reach } from '../files/reach.ts';
import type { Module } from '../module/module.ts';
import { calledDirectories, unfollowedSources } from '../module/moduleCalls.ts';
import { takenInsteadOf } from '../module/sources/fileKinds.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import type { SourceFiles } from '../module/sources/sourceFiles.ts';
import { whyNoUri } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { Supply } from '../service/context.ts';
import { identityOf, type ServiceContext } from '../service/context.ts';
import { mendedByFixAll } from '../service/fixes/fixAll.ts';
import { append } from '../syntax/arrays.ts';
import { BlockCounter } from './countBlocks.ts';
import { laidOut } from './laidOut.ts';
import { problemsOfGiven } from './problemsOfGiven.ts';
import { problemsOfPlanned } from './problemsOfPlanned.ts';
import type { Report, ReportedProblem, UnreadFile } from './report.ts';
import { ReportPlaces, relativePath } from './reportPlaces.ts';

export interface ReportRequest {
  /** What the whole run works on. */
  readonly context: ServiceContext;
  /** URIs of the requested files; the others only serve as references. */
  readonly wanted: ReadonlySet<string>;
  /** The requested files that were scanned but not read. */
  readonly setAside: ReadonlySet<string>;
  /** URIs, with their last slashes, of folders in which the files that modules read may be written. */
  readonly folders: readonly string[];
  /** The policies of the requested JSON files. */
  readonly given: readonly GivenPolicy[];
  /** The resources of the requested plans. */
  readonly planned: readonly PlannedResource[];
  readonly settings: ProblemSettings;
  /** Where the page of a rule is read: an address, or the command that prints it. */
  readonly pageOf: (ruleId: string) => string;
  /** Receives the number of modules that have been examined, and their total. */
  readonly progress: (done: number, all: number) => void;
  /** The folder that the report's paths are relative to. */
  readonly base: string;
  /** Whether each problem includes its fixes. */
  readonly withFixes: boolean;
  /** Reads what modules turn out to read. */
  readonly supply: Supply;
  readonly reach: Reach;
  /** True for a problem that the report omits; `text` is its file's. */
  readonly isKnown: (placed: PlacedProblem, text: string) => boolean;
}

/** A part of a JSON file that is checked instead of the whole. */
type GivenPart = Pick<GivenPolicy, 'uri' | 'file' | 'at' | 'address'>;

/** Finds the problems of the wanted files, of every severity, in the form of a report. */
export function makeReport(request: ReportRequest): Report {
  const { context, wanted, settings } = request;
  const { workspace } = context;
  const problems: ReportedProblem[] = [];
  const summary = { error: 0, warning: 0, info: 0, hint: 0 };
  const counter = new BlockCounter();
  const attached = new Set<string>();
  const called = new Set<string>();
  const readInPart: UnreadFile[] = [];
  const tell = (uri: string, found: readonly PlacedProblem[], sources: SourceFiles, given: GivenPart | null = null) => {
    const text = sources.syntaxOf(uri)?.text ?? '';
    const told = found.filter((one) => !request.isKnown(one, text));
    for (const { problem } of told) summary[problem.severity] += 1;
    const places = new ReportPlaces(sources, request.base, given && { ...given, text: textOf(workspace, given.file) });
    const prefix = given?.address ? `${given.address}: ` : '';
    const isFixed = isWritten(uri, given, request) ? fixedIn(uri, told, request) : () => false;
    append(
      problems,
      told.map((one) => {
        const excerpt = given === null || given.address === null ? null : laidOut(text, one);
        return { ...reportProblem(one, prefix, places, isFixed(one), request), ...(excerpt !== null && { excerpt }) };
      }),
    );
  };
  const add = (uri: string, sources: SourceFiles) => tell(uri, context.problemsOf(uri, settings), sources);
  // The first check asks which module calls which; learning it here frees the memory for what is read for it.
  for (const _ of workspace.learnCalls());
  const modules = modulesOf(workspace, wanted);
  for (const [index, module] of modules.entries()) {
    request.progress(index, modules.length);
    // Finding the problems forgets the trees, which are at hand here.
    counter.addModule(module, wanted);
    for (const uri of module.uris.filter((one) => wanted.has(one))) {
      add(uri, module);
    }
    for (const uri of context.attachedFilesOf(module, settings)) {
      // Its problems are reported once, as all modules see them.
      if (!attached.has(uri)) add(uri, module);
      attached.add(uri);
    }
    for (const [uri, found] of context.calledFilesOf(module, settings)) {
      // A module outside the checked paths is reported as far as a checked one reads its text.
      if (!wanted.has(uri)) tell(uri, notIn(called, uri, found), module);
      for (const one of found) called.add(`${uri} ${identityOf(one)}`);
    }
    append(readInPart, filesReadInPart(module, request));
    counter.addCalls(module, wanted);
    askForCalled(module, workspace);
    // One module's trees at a time: a large workspace's would fill the memory.
    for (const uri of module.uris) module.forgetTrees(uri);
  }
  for (const policy of request.given) {
    const sources = workspace.filesAt(policy.uri);
    if (sources !== undefined) tell(policy.uri, problemsOfGiven(policy, workspace, context, settings), sources, policy);
  }
  for (const resource of request.planned) {
    const { file, address } = resource;
    const sources = workspace.filesAt(file);
    const part = { uri: file, file, address, at: (position: number) => position };
    if (sources !== undefined) tell(file, problemsOfPlanned(resource, context, settings), sources, part);
  }
  counter.addGiven(request.given, request.planned);
  counter.addFiles(countSetAside(request));
  for (const file of settingsInUse(workspace, wanted)) add(file.uri, file);
  request.supply();
  return {
    problems: problems.sort(compareFiles),
    unread: unreadFiles(request),
    readInPart,
    summary: { ...counter.counts(workspace), ...summary },
  };
}

/** The problems of a file that a set has not yet. */
function notIn(told: ReadonlySet<string>, uri: string, found: readonly PlacedProblem[]): readonly PlacedProblem[] {
  return found.filter((one) => !told.has(`${uri} ${identityOf(one)}`));
}

/** The code names it even if no rule has examined it. */
function askForCalled(module: Module, workspace: Workspace): void {
  for (const directory of module.remember(calledDirectories)) workspace.moduleAt(directory);
  for (const source of unfollowedSources(module)) workspace.leaveUnread(source, whyNoUri(source));
}

/** The files of a module with something too large to be followed: no problem in them proves little. */
function filesReadInPart(module: Module, { context, wanted, base }: ReportRequest): readonly UnreadFile[] {
  return module.uris.flatMap((uri) => {
    const [first, ...others] = wanted.has(uri) ? context.finder.givenUpIn(module, uri) : [];
    if (first === undefined) return [];
    const line = (module.syntaxOf(uri)?.text.slice(0, first) ?? '').split('\n').length;
    const blocks = others.length === 0 ? 'the block' : `${others.length + 1} blocks, the first`;
    const because = `${blocks} in line ${line} ${others.length === 0 ? 'is' : 'are'} too large to be followed whole`;
    return [{ file: relativePath(uri, base), because }];
  });
}

/** The number of files that were scanned but not read, except those of modules that turned out to be called. */
function countSetAside({ setAside, context: { workspace } }: ReportRequest): number {
  const isLeftOut = (uri: string) => setAside.has(takenInsteadOf(uri) ?? '');
  return [...setAside].filter((uri) => workspace.moduleOf(uri) === undefined && !isLeftOut(uri)).length;
}

function unreadFiles({ reach, base, context }: ReportRequest): readonly UnreadFile[] {
  const found = [...reach.unread].map(([uri, because]) => ({ file: relativePath(uri, base), because }));
  const files = [...found, ...[...context.workspace.unreadPaths].map(([file, because]) => ({ file, because }))];
  return files.sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** True for a file that `--fix` may write; the string of a plan is Terraform's own. */
function isWritten(uri: string, given: GivenPart | null, { wanted, folders }: ReportRequest): boolean {
  if (given !== null) return given.address === null;
  return wanted.has(uri) || folders.some((folder) => uri.startsWith(folder));
}

/** Tells which of a file's problems `--fix` fixes. */
function fixedIn(
  uri: string,
  told: readonly PlacedProblem[],
  { context, settings }: ReportRequest,
): (placed: PlacedProblem) => boolean {
  const mayBe = told.some(({ problem }) => problem.fixes.some(({ kind }) => kind === 'one'));
  return mayBe ? mendedByFixAll(context, uri, settings) : () => false;
}

/** The modules with wanted files. */
export function modulesOf(workspace: Workspace, wanted: ReadonlySet<string>): readonly Module[] {
  return workspace.modules.filter(({ uris }) => uris.some((uri) => wanted.has(uri)));
}

/** The settings files that were requested or apply to wanted files. */
function settingsInUse(workspace: Workspace, wanted: ReadonlySet<string>): readonly SettingsFile[] {
  const used = new Set([...wanted].map((uri) => workspace.settingsFor(uri)));
  return workspace.settingsFiles.filter((file) => used.has(file) || wanted.has(file.uri));
}

/** True for severities at least as bad as `minSeverity`. */
export function isVisible(severity: Severity, minSeverity: Severity): boolean {
  return SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(minSeverity);
}

/** The report without problems below the requested severity. */
export function visibleReport({ problems, unread, readInPart, summary }: Report, minSeverity: Severity): Report {
  const hidden = SEVERITIES.filter((severity) => !isVisible(severity, minSeverity));
  return {
    problems: problems.filter(({ severity }) => !hidden.includes(severity)),
    unread,
    readInPart,
    summary: { ...summary, ...Object.fromEntries(hidden.map((severity) => [severity, 0])) },
  };
}

function textOf(workspace: Workspace, uri: string): string {
  return workspace.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
}

function reportProblem(
  { uri, start, end, problem }: PlacedProblem,
  prefix: string,
  places: ReportPlaces,
  fixable: boolean,
  { pageOf, withFixes }: ReportRequest,
): ReportedProblem {
  return {
    ...places.placeAt(uri, { start, end }),
    severity: problem.severity,
    rule: problem.ruleId,
    message: prefix + problem.message,
    fixable,
    url: pageOf(problem.ruleId),
    related: problem.related.flatMap(({ place, message }) => {
      const found = places.resolve(place);
      return found === null ? [] : [{ ...found, message }];
    }),
    fixes: withFixes ? problem.fixes.flatMap((fix) => places.fix(fix) ?? []) : [],
  };
}

/** By file, then position; stable for problems at one place. */
function compareFiles(one: ReportedProblem, other: ReportedProblem): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  const [first, second] = [one.range.start, other.range.start];
  return first.line - second.line || first.character - second.character;
}
