import type { ModuleFile } from '../module/document.ts';
import type { Module } from '../module/module.ts';
import type { SettingsFile } from '../module/sources/settingsFile.ts';
import type { Steps } from '../module/tracking/steps.ts';
import type { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { problemsByFile, problemsOfSettingsFile } from '../problems/fileProblems.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';

/** The problems of a module, and the inputs that they were found with. */
interface FoundProblems {
  readonly stamp: string;
  readonly settings: ProblemSettings;
  readonly settingsFile: SettingsFile | null;
  readonly files: ReadonlyMap<string, readonly PlacedProblem[]>;
}

/** Provides what the workspace wants; false when it wants nothing. */
export type Supply = () => boolean;

/** A file that is read may name another one; longer chains are not followed at once. */
const SUPPLY_ROUNDS = 8;

/** The basis of every feature. Problems of a module are found once for each version of it. */
export class ServiceContext {
  readonly workspace: Workspace;
  readonly #finder: ProblemFinder;
  readonly #found = new WeakMap<Module, FoundProblems>();

  readonly #supply: Supply | null;

  /** `supply` provides at once what modules turn out to read; without it the door does so later. */
  constructor(workspace: Workspace, finder: ProblemFinder, supply: Supply | null = null) {
    this.workspace = workspace;
    this.#finder = finder;
    this.#supply = supply;
  }

  /** What finds the problems. */
  get finder(): ProblemFinder {
    return this.#finder;
  }

  /** A reading of the workspace, after everything that it asks for has been provided. */
  readWhole<Read>(read: () => Read): Read {
    let found = read();
    for (let round = 0; round < SUPPLY_ROUNDS && this.#supply?.(); round += 1) found = read();
    return found;
  }

  /** The problems of one file, in text order; none for an unknown file. */
  problemsOf(uri: string, settings: ProblemSettings): readonly PlacedProblem[] {
    const document = this.workspace.documentAt(uri);
    switch (document?.kind) {
      case 'module':
        return this.#problemsOfModuleFile(document, settings);
      case 'policy':
        return this.#problemsOfPolicyFile(uri, settings);
      case 'settings':
        return problemsOfSettingsFile(this.#finder, document, settings, this.workspace.modulesOf(document));
      case undefined:
        return [];
    }
  }

  #problemsOfModuleFile({ uri, module }: ModuleFile, settings: ProblemSettings): readonly PlacedProblem[] {
    const own = this.problemsOfModule(module, settings).get(uri) ?? [];
    const callers = this.workspace.callersOf(module);
    if (callers.length === 0) return own;
    const asCalled = callers.flatMap((caller) => this.problemsOfModule(caller, settings).get(uri) ?? []);
    return asCalled.length === 0 ? own : inTextOrder(onceEach([...own, ...asCalled]));
  }

  /**
   * Finds the problems that `problemsOf` returns for a file piece by piece, so that other work can run in between: in
   * its module and its callers, or in all modules for a text that they read.
   */
  *findFor(uri: string): Steps<void> {
    const module = this.workspace.moduleOf(uri);
    const isAttached = this.workspace.attachedAt(uri) !== undefined;
    if (module === undefined && !isAttached) return;
    yield* this.workspace.learnCalls();
    const modules =
      isAttached || module === undefined ? this.workspace.modules : [module, ...this.workspace.callersOf(module)];
    for (const one of modules) {
      if (this.#isFound(one)) continue;
      yield* this.#finder.stepsTo(one);
    }
  }

  /** True while a module's problems are known, with any settings. */
  #isFound(module: Module): boolean {
    return this.#found.get(module)?.stamp === this.workspace.stampOf(module);
  }

  /** The files of called modules whose texts have problems from a module's point of view. */
  calledFilesOf(module: Module, settings: ProblemSettings): ReadonlyMap<string, readonly PlacedProblem[]> {
    const isCalled = (uri: string) => module.file(uri) === undefined && this.workspace.moduleOf(uri)?.file(uri);
    return new Map([...this.problemsOfModule(module, settings)].filter(([uri]) => isCalled(uri)));
  }

  /** The texts that a module reads and that have problems from its point of view. */
  attachedFilesOf(module: Module, settings: ProblemSettings): readonly string[] {
    const uris = [...this.problemsOfModule(module, settings).keys()];
    return uris.filter((uri) => this.workspace.documentAt(uri)?.kind === 'policy');
  }

  /** The problems of a text that modules read, from all their points of view. */
  #problemsOfPolicyFile(uri: string, settings: ProblemSettings): readonly PlacedProblem[] {
    return onceEach(this.workspace.modules.flatMap((module) => this.problemsOfModule(module, settings).get(uri) ?? []));
  }

  /** The problems of a module's files, by URI. */
  problemsOfModule(module: Module, settings: ProblemSettings): ReadonlyMap<string, readonly PlacedProblem[]> {
    const known = this.#found.get(module);
    // A module's files share their directory, and so their settings.
    const settingsFile = this.workspace.settingsFor(module.uris[0] ?? '');
    const stamp = this.workspace.stampOf(module);
    const isCurrent = known?.stamp === stamp && known.settingsFile === settingsFile;
    if (known !== undefined && isCurrent && known.settings === settings) return known.files;
    const folder = settingsFile && folderSettingsOf(settingsFile);
    let files = problemsByFile(this.#finder, module, settings, folder);
    for (let round = 0; round < SUPPLY_ROUNDS && this.#supply?.(); round += 1) {
      files = problemsByFile(this.#finder, module, settings, folder);
    }
    this.#found.set(module, { stamp: this.workspace.stampOf(module), settings, settingsFile, files });
    // Trees of files that nobody edits would fill the memory in a large workspace.
    for (const uri of module.uris) if (!this.workspace.isOpen(uri)) module.forgetTrees(uri);
    return files;
  }
}

/** What a user would consider the same problem in one file. */
export function identityOf({ start, end, problem }: PlacedProblem): string {
  return `${start} ${end} ${problem.ruleId} ${problem.message}`;
}

function onceEach(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  const told = new Set<string>();
  return problems.filter((problem) => {
    const identity = identityOf(problem);
    return !told.has(identity) && told.add(identity);
  });
}

function inTextOrder(problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
  return [...problems].sort((one, other) => one.start - other.start || one.end - other.end);
}
