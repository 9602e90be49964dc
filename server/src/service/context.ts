import type { Module } from '../module/module.ts';
import type { SettingsFile } from '../module/settingsFile.ts';
import type { Workspace } from '../module/workspace.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import { problemsByFile, problemsOfSettingsFile } from '../problems/fileProblems.ts';
import { folderSettingsOf } from '../problems/folderSettings.ts';
import type { ProblemFinder } from '../problems/problemFinder.ts';
import type { ProblemSettings } from '../problems/settings.ts';

/** The problems of a module, and what they were found with. */
interface FoundProblems {
  readonly version: number;
  readonly settings: ProblemSettings;
  readonly settingsFile: SettingsFile | null;
  readonly files: ReadonlyMap<string, readonly PlacedProblem[]>;
}

/** What every feature works on. Problems of a module are found once for each version of it. */
export class ServiceContext {
  readonly workspace: Workspace;
  readonly #finder: ProblemFinder;
  readonly #found = new WeakMap<Module, FoundProblems>();

  constructor(workspace: Workspace, finder: ProblemFinder) {
    this.workspace = workspace;
    this.#finder = finder;
  }

  /** The problems of one file, in text order; none for a file that is not known. */
  problemsOf(uri: string, settings: ProblemSettings): readonly PlacedProblem[] {
    const settingsFile = this.workspace.settingsFile(uri);
    if (settingsFile !== undefined) return problemsOfSettingsFile(this.#finder, settingsFile, settings);
    const module = this.workspace.moduleOf(uri);
    return module === undefined ? [] : (this.problemsOfModule(module, settings).get(uri) ?? []);
  }

  /** The problems of a module's files, by URI. */
  problemsOfModule(module: Module, settings: ProblemSettings): ReadonlyMap<string, readonly PlacedProblem[]> {
    const known = this.#found.get(module);
    // A module's files share their directory, and so their settings.
    const settingsFile = this.workspace.settingsFor(module.uris[0] ?? '');
    const isCurrent = known?.version === module.version && known.settingsFile === settingsFile;
    if (known !== undefined && isCurrent && known.settings === settings) return known.files;
    const folder = settingsFile && folderSettingsOf(settingsFile);
    const files = problemsByFile(this.#finder, module, settings, folder);
    this.#found.set(module, { version: module.version, settings, settingsFile, files });
    // Trees of files that nobody edits would fill the memory of a large workspace.
    for (const uri of module.uris) if (!this.workspace.isOpen(uri)) module.forgetTrees(uri);
    return files;
  }
}
