import type { Module } from '../module/module.ts';
import type { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { problemsByFile } from '../problems/fileProblems.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';

/** What every feature works on. Problems of a module are found once for each version of it. */
export class ServiceContext {
  readonly workspace: Workspace;
  readonly #finder: ProblemFinder;
  readonly #found = new WeakMap<
    Module,
    { version: number; settings: ProblemSettings; files: Map<string, PlacedProblem[]> }
  >();

  constructor(workspace: Workspace, finder: ProblemFinder) {
    this.workspace = workspace;
    this.#finder = finder;
  }

  /** The problems of one file, in text order; none for a file that is not known. */
  problemsOf(uri: string, settings: ProblemSettings): readonly PlacedProblem[] {
    const module = this.workspace.moduleOf(uri);
    return module === undefined ? [] : (this.problemsOfModule(module, settings).get(uri) ?? []);
  }

  /** The problems of a module's files, by URI. */
  problemsOfModule(module: Module, settings: ProblemSettings): ReadonlyMap<string, readonly PlacedProblem[]> {
    const known = this.#found.get(module);
    if (known?.version === module.version && known.settings === settings) return known.files;
    const files = problemsByFile(this.#finder, module, settings);
    this.#found.set(module, { version: module.version, settings, files });
    // Trees of files that nobody edits would fill the memory of a large workspace.
    for (const uri of module.uris) if (!this.workspace.isOpen(uri)) module.forgetTrees(uri);
    return files;
  }
}
