import { callsWithoutPath, installedModule } from './calls/calledModules.ts';
import { isKnownModule, textOfKnownModule } from './calls/editions.ts';
import { rootOfInstalled } from './calls/installedModules.ts';
import { Completeness } from './completeness.ts';
import type { Document } from './document.ts';
import type { ModuleEnvironment } from './module.ts';
import { Module, NO_ENVIRONMENT } from './module.ts';
import { calledDirectories, callersByDirectory, callsOf } from './moduleCalls.ts';
import { attachFile } from './sources/attachedFile.ts';
import { isModuleFile, leftOutBy, takenInsteadOf } from './sources/fileKinds.ts';
import type { SettingsFile } from './sources/settingsFile.ts';
import { isSettingsFile } from './sources/settingsFile.ts';
import { SettingsFiles } from './sources/settingsFiles.ts';
import type { AttachedFile, SnapshotFile } from './sources/snapshotFile.ts';
import type { SourceFiles } from './sources/sourceFiles.ts';
import { canonicalUri, directoryOf } from './sources/uri.ts';
import { isLockFile } from './versions/lockFile.ts';

/**
 * The texts that are known, by module. A document that is open in an editor hides the file on disk. Holds no
 * text that was not handed to it: it never reads anything itself.
 */
export class Workspace implements ModuleEnvironment {
  readonly #modules = new Map<string, Module>();
  /** The modules in the order of their directories; null when one has come or gone since. */
  #ordered: readonly Module[] | null = null;
  readonly #settingsFiles = new SettingsFiles();
  readonly #disk = new Map<string, string>();
  readonly #open = new Map<string, string>();
  /** Modules by the canonical spelling of their directories, to which paths in code lead. */
  readonly #byCanonical = new Map<string, Module>();
  /** Files that modules read: policies and templates. */
  readonly #attached = new Map<string, SnapshotFile>();
  /** Modules known by their public releases, by the directories that represent them. */
  readonly #known = new Map<string, Module>();
  /** Modules by the directories that they call; null when a text has changed since it was last asked for. */
  #callers: ReadonlyMap<string, readonly Module[]> | null = null;
  readonly #wanted = new Set<string>();
  #readFile: ((uri: string) => string | SnapshotFile) | null = null;
  readonly #unreadPaths = new Map<string, string>();
  readonly #wantedDirectories = new Set<string>();
  readonly #attachedSources: SourceFiles = {
    syntaxOf: (uri) => this.attachedAt(uri)?.syntax ?? this.settingsFor(uri)?.syntaxOf(uri),
  };
  #attachedVersion = 0;
  #version = 0;
  #isGrowing = false;
  readonly #around: ModuleEnvironment;
  readonly #completeness: Completeness;
  /** Files that nobody asked to check: they are there to be referred to. */
  readonly #onlyDeclaring = new Set<string>();
  readonly #wholeFolders = new Set<string>();

  /**
   * `around` answers for what this workspace does not hold itself. With `readsLater`, a directory counts as wholly
   * read only once `setListed` has said so.
   */
  constructor(around: ModuleEnvironment = NO_ENVIRONMENT, { readsLater = false } = {}) {
    this.#around = around;
    this.#completeness = new Completeness(!readsLater);
  }

  /** Grows whenever a text changes, or what is known about a directory. */
  get version(): number {
    return this.#version + this.#attachedVersion;
  }

  /** The text of an open document, which hides the disk until `closeDocument`. */
  openDocument(uri: string, text: string): void {
    this.#open.set(uri, text);
    if (this.#attached.has(uri)) this.setAttachedFile(uri, text);
    else this.#settle(uri);
  }

  closeDocument(uri: string): void {
    this.#open.delete(uri);
    // What the disk holds is asked for again.
    if (this.#attached.has(uri)) this.#wanted.add(uri);
    else this.#settle(uri);
  }

  /** The text of a file on disk, or null when it is gone. */
  setDiskFile(uri: string, text: string | null): void {
    this.#completeness.setUnreadable(uri, false);
    this.#setDisk(uri, text);
  }

  /** A file that exists but cannot be read: its module may declare more than is known. */
  setUnreadable(uri: string): void {
    this.#completeness.setUnreadable(uri, true);
    this.#setDisk(uri, null);
  }

  #setDisk(uri: string, text: string | null): void {
    if (text === null) this.#disk.delete(uri);
    else this.#disk.set(uri, text);
    this.#settle(uri);
  }

  /**
   * Notes whether the names of all Terraform files of a directory (its URI without the last slash) are known; null
   * forgets the note.
   */
  setListed(directory: string, isListed: boolean | null): void {
    this.#completeness.setListed(directory, isListed);
    this.#settleOpenness(directory);
  }

  /** True when the names of all Terraform files of the directory are known. */
  isListed(directory: string): boolean {
    return this.#completeness.isListed(directory);
  }

  /** True when somebody has tried to look into the directory. */
  isNoted(directory: string): boolean {
    return this.#completeness.isNoted(directory);
  }

  /** Notes whether a file is only there to be referred to, so that its own problems are not reported. */
  setOnlyDeclaring(uri: string, isOnlyDeclaring: boolean): void {
    if (isOnlyDeclaring) this.#onlyDeclaring.add(uri);
    else this.#onlyDeclaring.delete(uri);
  }

  /** True for a file that is only there to be referred to, and that is not open in an editor. */
  isOnlyDeclaring(uri: string): boolean {
    return this.#onlyDeclaring.has(uri) && !this.#open.has(uri);
  }

  /** The files whose text came from disk, and those that are there but cannot be read. */
  get diskFiles(): readonly string[] {
    return [...this.#disk.keys(), ...this.#completeness.unreadable];
  }

  isOnDisk(uri: string): boolean {
    return this.#disk.has(uri) || this.#completeness.isUnreadable(uri);
  }

  /** The texts that an editor shows. */
  get openUris(): readonly string[] {
    return [...this.#open.keys()];
  }

  isOpen(uri: string): boolean {
    return this.#open.has(uri);
  }

  /** The text of an open document, whether it is part of a module or not. */
  openText(uri: string): string | undefined {
    return this.#open.get(uri);
  }

  /** The module that holds a file, or undefined when none of its directory's files is known. */
  moduleOf(uri: string): Module | undefined {
    const directory = directoryOf(uri);
    return isKnownModule(directory) ? this.#knownModule(directory) : this.#modules.get(directory);
  }

  /** All modules but those that are installed, which are nobody's own, in the order of their directories. */
  get modules(): readonly Module[] {
    this.#ordered ??= [...this.#modules]
      .filter(([directory]) => rootOfInstalled(directory) === null)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, module]) => module);
    return this.#ordered;
  }

  moduleAt(directory: string): Module | undefined {
    if (isKnownModule(directory)) return this.#around.moduleAt(directory) ?? this.#knownModule(directory);
    const found = this.#byCanonical.get(directory) ?? this.#around.moduleAt(directory);
    if (found === undefined && !this.#completeness.isNoted(directory)) this.#wantedDirectories.add(directory);
    return found;
  }

  #knownModule(directory: string): Module | undefined {
    const found = this.#known.get(directory);
    const text = found === undefined ? textOfKnownModule(directory) : null;
    if (text === null) return found;
    const module = new Module(directory, this);
    module.setFile(`${directory}/main.tf`, text);
    this.#known.set(directory, module);
    return module;
  }

  fileAt(uri: string): SnapshotFile {
    const known = this.#attached.get(uri);
    if (known !== undefined) return known;
    if (this.#readFile === null) {
      this.#wanted.add(uri);
      return this.#around.fileAt(uri);
    }
    this.setAttachedFile(uri, this.#open.get(uri) ?? this.#readFile(uri));
    return this.fileAt(uri);
  }

  /** Reads what modules read at the moment they ask for it, where a door can: no answer is given up for it later. */
  readFilesBy(readFile: (uri: string) => string | SnapshotFile): void {
    this.#readFile = readFile;
  }

  attachedAt(uri: string): AttachedFile | undefined {
    const known = this.#attached.get(uri);
    return known?.kind === 'text' ? known : this.#around.attachedAt(uri);
  }

  leaveUnread(path: string, because: string): void {
    this.#unreadPaths.set(path, because);
  }

  /** Paths in code that cannot be looked up, as written, with the reasons. */
  get unreadPaths(): ReadonlyMap<string, string> {
    return this.#unreadPaths;
  }

  isCalled(directory: string): boolean {
    if (this.#isGrowing) return true;
    this.#callers ??= callersByDirectory(this.modules);
    return this.#callers.has(canonicalUri(directory)) || this.#around.isCalled(directory);
  }

  /** The modules of the workspace that call one by a path, directly or through others; never itself. */
  callersOf(module: Module): readonly Module[] {
    this.#callers ??= callersByDirectory(this.modules);
    const callers = new Set<Module>();
    const pending: Module[] = [module];
    for (let called = pending.pop(); called !== undefined; called = pending.pop()) {
      for (const caller of this.#callers.get(canonicalUri(called.directory)) ?? []) {
        if (callers.has(caller)) continue;
        callers.add(caller);
        pending.push(caller);
      }
    }
    callers.delete(module);
    return [...callers];
  }

  /** Learns which modules call which, one module after the other, so that others get their turn between two of them. */
  *learnCalls(): Iterable<void> {
    if (this.#callers !== null) return;
    for (const _ of callsOf(this.#modules.values())) yield;
  }

  /** Notes whether more modules are still to come: until then any module may be called by one of them. */
  setGrowing(isGrowing: boolean): void {
    this.#isGrowing = isGrowing;
    this.#attachedVersion += 1;
  }

  /** True when a module has asked for a file or module that nobody has provided. */
  get isWanting(): boolean {
    return this.#wanted.size > 0 || [...this.#wantedDirectories].some((directory) => !this.#byCanonical.has(directory));
  }

  /** The files that modules read and nobody has provided yet; each is listed once. */
  takeWantedFiles(): readonly string[] {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    return wanted;
  }

  /** The directories of called modules that nobody has provided yet; each is listed once. */
  takeWantedDirectories(): readonly string[] {
    const wanted = [...this.#wantedDirectories].filter((directory) => !this.#byCanonical.has(directory));
    this.#wantedDirectories.clear();
    return wanted;
  }

  /**
   * Changes whenever anything may have changed that the module's problems depend on: its files, those that modules
   * read, the modules that it calls.
   */
  stampOf(module: Module): string {
    const reached = new Set([module]);
    const stamp: (number | string)[] = [this.#attachedVersion];
    // The set grows while it is walked: each module once, however many calls lead to it.
    for (const next of reached) {
      stamp.push(next.version);
      for (const directory of directoriesCalledBy(next, module.directory)) {
        const called = this.moduleAt(directory);
        if (called === undefined) stamp.push(directory);
        else reached.add(called);
      }
    }
    return stamp.join(' ');
  }

  /** The texts that modules read, in order. */
  get attachedFiles(): readonly string[] {
    return [...this.#attached.keys()].filter((uri) => this.attachedAt(uri) !== undefined).sort();
  }

  /** The files that modules read, whether they are there or not. */
  get askedFiles(): readonly string[] {
    return [...this.#attached.keys()];
  }

  /** True for a file that a module reads, whether it exists or not. */
  hasAskedFor(uri: string): boolean {
    return this.#attached.has(uri);
  }

  /** A file that modules read: its text, that it does not exist, or why it is unknown. */
  setAttachedFile(uri: string, content: string | SnapshotFile): void {
    const known = this.#attached.get(uri);
    this.#attachedVersion += 1;
    if (typeof content !== 'string') this.#attached.set(uri, content);
    else if (known?.kind !== 'text' || known.text !== content) this.#attached.set(uri, attachFile(uri, content));
  }

  /** The files that a file's places are resolved in: its module, or itself when it holds settings. */
  filesAt(uri: string): SourceFiles | undefined {
    return this.#settingsFiles.at(uri) ?? (this.#attached.has(uri) ? this.#attachedSources : this.moduleOf(uri));
  }

  /** A text with its kind; null for an unknown one. A text that a module reads has that kind. */
  documentAt(uri: string): Document | null {
    const settings = this.#settingsFiles.at(uri);
    if (settings !== undefined) return settings;
    const file = this.attachedAt(uri);
    if (file !== undefined) return { kind: 'policy', uri, file };
    const module = this.moduleOf(uri);
    return module?.has(uri) === true ? { kind: 'module', uri, module } : null;
  }

  /** All settings files, in order. */
  get settingsFiles(): readonly SettingsFile[] {
    return this.#settingsFiles.all;
  }

  /** Lets one settings file hold for all files, in place of those of their folders. */
  useSettings(file: SettingsFile): void {
    this.#settingsFiles.useForAll(file);
  }

  /** Notes whether all files of a folder, its URI with the last slash, are known, as far as they concern ECR. */
  setWhole(folder: string, isWhole: boolean): void {
    if (isWhole) this.#wholeFolders.add(folder);
    else this.#wholeFolders.delete(folder);
    this.#version += 1;
  }

  /** The modules that a settings file is for; null where there may be others that nobody has read. */
  modulesOf(file: SettingsFile): readonly Module[] | null {
    const isWhole = [...this.#wholeFolders].some((folder) => file.uri.startsWith(folder));
    if (!isWhole) return null;
    return this.modules.filter(({ uris }) => this.settingsFor(uris[0] ?? '') === file);
  }

  /** The settings file that holds for a file: the nearest one upward that is known. */
  settingsFor(uri: string): SettingsFile | null {
    return this.#settingsFiles.holdingFor(uri) ?? this.#around.settingsFor(uri);
  }

  #settle(uri: string): void {
    this.#version += 1;
    const text = this.#textOf(uri);
    if (isSettingsFile(uri)) this.#settingsFiles.set(uri, text);
    if (isSettingsFile(uri) || isLockFile(uri) || !isPartOfModule(uri)) return;
    this.#settleInModule(uri);
    const leftOut = leftOutBy(uri);
    if (leftOut !== null && this.#textOf(leftOut) !== undefined) this.#settleInModule(leftOut);
    this.#settleOpenness(directoryOf(uri));
  }

  #settleOpenness(directory: string): void {
    this.#version += 1;
    const module = this.#modules.get(directory);
    const isShown = (uri: string) => this.#open.has(uri);
    module?.setOpen(this.#completeness.mayHoldMore(directory, isShown));
    module?.setOverridden(this.#completeness.mayBeOverridden(directory, isShown));
  }

  #textOf(uri: string): string | undefined {
    return this.#open.get(uri) ?? this.#disk.get(uri);
  }

  #settleInModule(uri: string): void {
    this.#callers = null;
    const directory = directoryOf(uri);
    const module = this.#modules.get(directory);
    const text = this.#textOf(uri);
    const instead = takenInsteadOf(uri);
    if (text !== undefined && instead !== null && this.#textOf(instead) !== undefined) module?.leaveOut(uri);
    else if (text !== undefined) {
      const target = module ?? new Module(directory, this);
      if (module === undefined) this.#ordered = null;
      this.#modules.set(directory, target);
      this.#byCanonical.set(canonicalUri(directory), target);
      target.setFile(uri, text);
    } else if (module !== undefined) {
      module.removeFile(uri);
      if (module.uris.length > 0) return;
      this.#modules.delete(directory);
      this.#ordered = null;
      this.#byCanonical.delete(canonicalUri(directory));
    }
  }
}

/** The directories of all modules that one calls, when Terraform is run in `root`. */
function directoriesCalledBy(module: Module, root: string): ReadonlySet<string> {
  const installed = module.remember(callsWithoutPath).flatMap((call) => installedModule(call, module, root) ?? []);
  const called = module.remember(calledDirectories);
  return installed.length === 0 ? called : new Set([...called, ...installed.map(({ directory }) => directory)]);
}

/** Files with other names are not Terraform's, whatever language an editor assigns. Untitled documents have no name. */
function isPartOfModule(uri: string): boolean {
  return uri.startsWith('untitled:') || isModuleFile(uri);
}
