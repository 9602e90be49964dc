import { asInFile } from '../facts/language/undecoded.ts';
import { AttachedFiles } from './attachedFiles.ts';
import { Callers } from './callers.ts';
import { isKnownModule } from './calls/editions.ts';
import { Completeness } from './completeness.ts';
import type { Document } from './document.ts';
import type { Module, ModuleEnvironment } from './module.ts';
import { NO_ENVIRONMENT } from './module.ts';
import { ModuleDirectories } from './moduleDirectories.ts';
import { stampOf } from './moduleStamp.ts';
import { isModuleFile, leftOutBy, takenInsteadOf } from './sources/fileKinds.ts';
import type { SettingsFile } from './sources/settingsFile.ts';
import { isSettingsFile } from './sources/settingsFile.ts';
import { SettingsFiles } from './sources/settingsFiles.ts';
import type { AttachedFile, SnapshotFile } from './sources/snapshotFile.ts';
import type { SourceFiles } from './sources/sourceFiles.ts';
import { directoryOf } from './sources/uri.ts';
import { CountedInput, note } from './tracking/inputs.ts';
import { isLockFile } from './versions/lockFile.ts';

/**
 * The known texts, by module. A document that is open in an editor hides the file on disk. Only contains texts that
 * were given to it: it never reads anything itself.
 */
export class Workspace implements ModuleEnvironment {
  readonly #modules = new ModuleDirectories(this);
  readonly #callers = new Callers(() => this.modules);
  readonly #attached = new AttachedFiles();
  readonly #settingsFiles = new SettingsFiles();
  readonly #disk = new Map<string, string>();
  readonly #open = new Map<string, string>();
  #readFile: ((uri: string) => string | SnapshotFile) | null = null;
  readonly #unreadPaths = new Map<string, string>();
  readonly #wantedDirectories = new Set<string>();
  readonly #attachedSources: SourceFiles = {
    syntaxOf: (uri) => this.attachedAt(uri)?.syntax ?? this.settingsFor(uri)?.syntaxOf(uri),
  };
  /** The stamps of modules, at a version of the workspace. */
  readonly #stamps = new WeakMap<Module, { readonly version: number; readonly stamp: string }>();
  #version = 0;
  /** What answers about modules depend on, besides the modules themselves. */
  readonly #inputs = {
    all: new CountedInput(() => this.#countAll()),
    modules: new CountedInput(() => this.#modules.version),
    attached: new CountedInput(() => this.#attached.version),
    settings: new CountedInput(() => this.#settingsFiles.version),
  };
  #isGrowing = false;
  /** How often it was said whether more modules are expected: a change that no module notices itself. */
  #growths = 0;
  readonly #around: ModuleEnvironment;
  readonly #completeness: Completeness;
  /** Files that nobody asked to check, which only serve as references. */
  readonly #onlyDeclaring = new Set<string>();
  readonly #wholeFolders = new Set<string>();

  /**
   * `around` answers for what this workspace does not contain. With `readsLater`, a directory counts as completely read
   * only after `setListed`.
   */
  constructor(around: ModuleEnvironment = NO_ENVIRONMENT, { readsLater = false } = {}) {
    this.#around = around;
    this.#completeness = new Completeness(!readsLater);
  }

  /** Grows whenever a text changes, or what is known about a directory. */
  get version(): number {
    note(this.#inputs.all);
    return this.#countAll();
  }

  #countAll(): number {
    return this.#version + this.#growths + this.#attached.version + this.#around.version;
  }

  /** The text of an open document, which hides the disk until `closeDocument`. */
  openDocument(uri: string, shown: string): void {
    const attached = this.#attached.get(uri);
    const text = asInFile(shown, attached?.kind === 'text' ? attached.text : this.#disk.get(uri));
    this.#open.set(uri, text);
    if (this.#attached.has(uri)) this.#attached.set(uri, text);
    else this.#settle(uri);
  }

  closeDocument(uri: string): void {
    this.#open.delete(uri);
    // The disk's version is requested again.
    if (this.#attached.has(uri)) this.#attached.want(uri);
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
    const open = this.#open.get(uri);
    if (open !== undefined && text !== null) this.#open.set(uri, asInFile(open, text));
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

  /** True when somebody has tried to read the directory. */
  isNoted(directory: string): boolean {
    return this.#completeness.isNoted(directory);
  }

  /** Records whether a file only serves as a reference, so that its own problems are not reported. */
  setOnlyDeclaring(uri: string, isOnlyDeclaring: boolean): void {
    if (isOnlyDeclaring) this.#onlyDeclaring.add(uri);
    else this.#onlyDeclaring.delete(uri);
  }

  /** True for a file that only serves as a reference, and that is not open in an editor. */
  isOnlyDeclaring(uri: string): boolean {
    return this.#onlyDeclaring.has(uri) && !this.#open.has(uri);
  }

  /** The files whose text came from disk, and those that exist but cannot be read. */
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
    note(this.#inputs.modules);
    return this.#modules.at(directoryOf(uri));
  }

  /** All modules except the installed ones, which belong to nobody, in the order of their directories. */
  get modules(): readonly Module[] {
    note(this.#inputs.modules);
    return this.#modules.own;
  }

  moduleAt(directory: string): Module | undefined {
    if (isKnownModule(directory)) return this.#around.moduleAt(directory) ?? this.#modules.known(directory);
    note(this.#inputs.modules);
    const found = this.#modules.reachedBy(directory) ?? this.#around.moduleAt(directory);
    // It is wanted again after each change.
    if (found === undefined) note(this.#inputs.all);
    if (found === undefined && !this.#completeness.isNoted(directory)) this.#wantedDirectories.add(directory);
    return found;
  }

  fileAt(uri: string): SnapshotFile {
    const known = this.#attached.get(uri);
    note(this.#inputs.attached);
    if (known !== undefined) return known;
    if (this.#readFile === null) {
      // It is wanted again after each change.
      note(this.#inputs.all);
      this.#attached.want(uri);
      return this.#around.fileAt(uri);
    }
    this.#attached.setFirst(uri, this.#open.get(uri) ?? this.#readFile(uri));
    return this.fileAt(uri);
  }

  /**
   * Reads files at the moment a module asks for them, if the door can do that, so that no answer has to be computed
   * again.
   */
  readFilesBy(readFile: (uri: string) => string | SnapshotFile): void {
    this.#readFile = readFile;
  }

  attachedAt(uri: string): AttachedFile | undefined {
    note(this.#inputs.attached);
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
    note(this.#inputs.all);
    return this.#isGrowing || this.#callers.isCalled(directory) || this.#around.isCalled(directory);
  }

  /** The modules of the workspace that call one by a path, directly or through others; never itself. */
  callersOf(module: Module): readonly Module[] {
    return this.#callers.of(module);
  }

  /** Learns which modules call which, one module after the other, so that other work can run in between. */
  learnCalls(): Iterable<void> {
    return this.#callers.learn(this.#modules.all);
  }

  /** Records whether more modules are still expected: until then any module may be called by one of them. */
  setGrowing(isGrowing: boolean): void {
    this.#isGrowing = isGrowing;
    this.#growths += 1;
  }

  /** True when a module has asked for a file or module that nobody has provided. */
  get isWanting(): boolean {
    return this.#attached.isWanting || [...this.#wantedDirectories].some((directory) => this.#isMissing(directory));
  }

  /** The files that modules read and nobody has provided yet; each is listed once. */
  takeWantedFiles(): readonly string[] {
    return this.#attached.takeWanted();
  }

  /** The directories of called modules that nobody has provided yet; each is listed once. */
  takeWantedDirectories(): readonly string[] {
    const wanted = [...this.#wantedDirectories].filter((directory) => this.#isMissing(directory));
    this.#wantedDirectories.clear();
    return wanted;
  }

  #isMissing(directory: string): boolean {
    return this.#modules.reachedBy(directory) === undefined;
  }

  /**
   * Changes whenever anything changes that the module's problems may depend on: its files, those that modules read, the
   * modules that it calls.
   */
  stampOf(module: Module): string {
    const { version } = this;
    const known = this.#stamps.get(module);
    if (known?.version === version) return known.stamp;
    const stamp = `${this.#growths + this.#attached.version} ${stampOf(module, this)}`;
    this.#stamps.set(module, { version, stamp });
    return stamp;
  }

  /** The texts that modules read, in order. */
  get attachedFiles(): readonly string[] {
    return this.#attached.uris.filter((uri) => this.attachedAt(uri) !== undefined).sort();
  }

  /** The files that modules read, whether they are there or not. */
  get askedFiles(): readonly string[] {
    return this.#attached.uris;
  }

  /** True for a file that a module reads, whether it exists or not. */
  hasAskedFor(uri: string): boolean {
    return this.#attached.has(uri);
  }

  /** A file that modules read: its text, that it does not exist, or why it is unknown. */
  setAttachedFile(uri: string, content: string | SnapshotFile): void {
    this.#attached.set(uri, content);
  }

  /** The files in which a file's places are resolved: its module, or the file itself when it contains settings. */
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

  /** Makes one settings file apply to all files, instead of those of their folders. */
  useSettings(file: SettingsFile): void {
    this.#settingsFiles.useForAll(file);
  }

  /** Records whether all files of a folder (its URI with the last slash) that concern ECR are known. */
  setWhole(folder: string, isWhole: boolean): void {
    if (isWhole) this.#wholeFolders.add(folder);
    else this.#wholeFolders.delete(folder);
    this.#version += 1;
  }

  /** The modules that a settings file applies to; null when there may be others that nobody has read. */
  modulesOf(file: SettingsFile): readonly Module[] | null {
    const isWhole = [...this.#wholeFolders].some((folder) => file.uri.startsWith(folder));
    if (!isWhole) return null;
    return this.modules.filter(({ uris }) => this.settingsFor(uris[0] ?? '') === file);
  }

  /** The settings file that applies to a file: the nearest known one upward. */
  settingsFor(uri: string): SettingsFile | null {
    note(this.#inputs.settings);
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
    const module = this.#modules.at(directory);
    const isShown = (uri: string) => this.#open.has(uri);
    module?.setOpen(this.#completeness.mayHoldMore(directory, isShown));
    module?.setOverridden(this.#completeness.mayBeOverridden(directory, isShown));
  }

  #textOf(uri: string): string | undefined {
    return this.#open.get(uri) ?? this.#disk.get(uri);
  }

  #settleInModule(uri: string): void {
    this.#callers.forget();
    const text = this.#textOf(uri);
    const instead = takenInsteadOf(uri);
    if (text === undefined) this.#modules.removeFile(uri);
    else if (instead !== null && this.#textOf(instead) !== undefined) this.moduleOf(uri)?.leaveOut(uri);
    else this.#modules.setFile(uri, text);
  }
}

/** Files with other names are not Terraform's, whatever language an editor assigns. Untitled documents have no name. */
function isPartOfModule(uri: string): boolean {
  return uri.startsWith('untitled:') || isModuleFile(uri);
}
