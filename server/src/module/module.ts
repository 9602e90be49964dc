import { isJsonConfiguration, openJsonConfiguration } from '../embedded/terraformJson.ts';
import type { LocatedExpression } from '../evaluate/scope.ts';
import type { Piece, SyntaxFile } from '../syntax/tree/file.ts';
import { openSyntaxFile, updateSyntaxFile } from '../syntax/tree/file.ts';
import type { BlockDeclaration, Declarations, LocalDeclaration } from './declarations/declarations.ts';
import { DeclarationTable } from './declarations/declarationTable.ts';
import type { FileVersion } from './sources/fileVersion.ts';
import type { SettingsFile } from './sources/settingsFile.ts';
import type { AttachedFile, SnapshotFile } from './sources/snapshotFile.ts';
import type { SourceFiles } from './sources/sourceFiles.ts';
import { assumedVariables } from './sources/variableFiles.ts';
import { NamedInputs } from './tracking/inputs.ts';
import { Memo } from './tracking/memo.ts';

/** What a module knows of the workspace around it. */
export interface ModuleEnvironment {
  /** Grows whenever a text changes, or what is known about a directory. */
  readonly version: number;
  /** All modules of the workspace. */
  readonly modules: readonly Module[];
  /** The module of a directory, or undefined when none of its files is known. */
  moduleAt(directory: string): Module | undefined;
  /** A file that a module reads; asking for an unavailable one notes that it is wanted. */
  fileAt(uri: string): SnapshotFile;
  /** A file that was passed before; asks for nothing. */
  attachedAt(uri: string): AttachedFile | undefined;
  /** The module that holds a Terraform file. */
  moduleOf(uri: string): Module | undefined;
  /** True when another module of the workspace calls, or may call, the one in that directory. */
  isCalled(directory: string): boolean;
  /** The settings file that applies to a file, or the file itself if it is one; null when none is known. */
  settingsFor(uri: string): SettingsFile | null;
  /** Records a path in code that cannot be looked up; the reason completes "PATH is not read: …". */
  leaveUnread(path: string, because: string): void;
}

/** The answer for a file that has not been looked for yet. */
const NOT_LOADED: SnapshotFile = { kind: 'unknown', because: 'the file is not read yet' };

/** The names of inputs: everything; what is not known of the directory; which files there are. */
const [WHOLE, OPENNESS, NAMES] = ['whole', 'openness', 'names'];

/** A module without a workspace. */
export const NO_ENVIRONMENT: ModuleEnvironment = {
  version: 0,
  modules: [],
  moduleAt: () => undefined,
  fileAt: () => NOT_LOADED,
  attachedAt: () => undefined,
  moduleOf: () => undefined,
  isCalled: () => false,
  settingsFor: () => null,
  leaveUnread: () => undefined,
};

/**
 * One directory of Terraform files: its blocks by address and its locals by name, updated piece by piece. Answers keep
 * their identity while their pieces are unchanged, so that callers can cheaply tell whether anything they asked for has
 * changed.
 */
export class Module implements SourceFiles {
  /** The directory's URI without the last slash. */
  readonly directory: string;
  readonly environment: ModuleEnvironment;
  readonly #files = new Map<string, FileVersion>();
  /** Texts that nobody has asked about yet; the first question parses them. */
  readonly #unread = new Map<string, string>();
  readonly #leftOut = new Set<string>();
  readonly #declared = new DeclarationTable(
    () => this.#inOrder(),
    () => this.#read(),
  );
  readonly #inputs = new NamedInputs();
  readonly #memos = new Map<unknown, Memo<unknown, Module>>();
  #sorted: readonly FileVersion[] | null = null;
  #version = 0;
  #isOpen = false;
  #mayBeOverridden = false;

  constructor(directory = '', environment: ModuleEnvironment = NO_ENVIRONMENT) {
    this.directory = directory;
    this.environment = environment;
  }

  /** Grows with each change of any file. */
  get version(): number {
    this.#inputs.note(WHOLE);
    return this.#version;
  }

  #change(): void {
    this.#version += 1;
    this.#inputs.change(WHOLE);
  }

  /** True when the directory may contain code whose text is unknown: nothing is reported as missing from the module. */
  get isOpen(): boolean {
    this.#inputs.note(OPENNESS);
    return this.#isOpen;
  }

  setOpen(isOpen: boolean): void {
    if (this.#isOpen === isOpen) return;
    this.#isOpen = isOpen;
    this.#inputs.change(OPENNESS);
    this.#change();
  }

  /**
   * True when an override file cannot be read: the contents of all blocks and locals of the module are then unknown.
   */
  get mayBeOverridden(): boolean {
    this.#inputs.note(OPENNESS);
    return this.#mayBeOverridden;
  }

  setOverridden(mayBeOverridden: boolean): void {
    if (this.#mayBeOverridden === mayBeOverridden) return;
    this.#mayBeOverridden = mayBeOverridden;
    this.#declared.changeOverrides();
    this.#inputs.change(OPENNESS);
    this.#change();
  }

  /** The files in the order of their names. */
  get files(): readonly FileVersion[] {
    this.#inputs.note(WHOLE);
    this.#read();
    return this.#inOrder();
  }

  #inOrder(): readonly FileVersion[] {
    this.#sorted ??= [...this.#files.values()].sort((one, other) => compareNames(one.uri, other.uri));
    return this.#sorted;
  }

  /** The files' URIs in order; does not read any file. */
  get uris(): readonly string[] {
    this.#inputs.note(NAMES);
    return [...new Set([...this.#files.keys(), ...this.#unread.keys()])].sort(compareNames);
  }

  /** The length of its texts, in characters; does not read any file. */
  get length(): number {
    this.#inputs.note(WHOLE);
    let length = 0;
    for (const text of this.#unread.values()) length += text.length;
    for (const [uri, { syntax }] of this.#files) if (!this.#unread.has(uri)) length += syntax.text.length;
    return length;
  }

  file(uri: string): FileVersion | undefined {
    this.#inputs.note(WHOLE);
    this.#read();
    return this.#files.get(uri);
  }

  /** True for a file of this module; reads nothing. */
  has(uri: string): boolean {
    this.#inputs.note(NAMES);
    return this.#files.has(uri) || this.#unread.has(uri);
  }

  /** A file of this module, of another one, or a text that a module reads: any file that places refer to. */
  syntaxOf(uri: string): SyntaxFile | undefined {
    const own = this.file(uri);
    if (own !== undefined) return own.syntax;
    const attached = this.environment.attachedAt(uri);
    const other = attached?.syntax ?? this.environment.moduleOf(uri)?.file(uri)?.syntax;
    return other ?? this.environment.settingsFor(uri)?.syntaxOf(uri);
  }

  /** Sets a file's text; unchanged pieces keep their identity. */
  setFile(uri: string, text: string): void {
    if (!this.#unread.has(uri) && this.#files.get(uri)?.syntax.text === text) return;
    if (this.#leftOut.delete(uri) || !this.has(uri)) this.#inputs.change(NAMES);
    this.#unread.set(uri, text);
    this.#change();
  }

  removeFile(uri: string): void {
    this.#leftOut.delete(uri);
    this.#unread.delete(uri);
    this.#inputs.change(NAMES);
    this.#change();
    const previous = this.#files.get(uri);
    if (previous === undefined) return;
    this.#files.delete(uri);
    this.#sorted = null;
    this.#declared.replace(uri, previous.syntax, undefined);
  }

  /** Records a file that exists, but that OpenTofu replaces by another. */
  leaveOut(uri: string): void {
    if (this.#leftOut.has(uri)) return;
    this.removeFile(uri);
    this.#leftOut.add(uri);
    this.#inputs.change(NAMES);
    this.#change();
  }

  /** True when there are such files: Terraform uses those instead of the others. */
  get leavesOutFiles(): boolean {
    this.#inputs.note(NAMES);
    return this.#leftOut.size > 0;
  }

  /** True when its files have been read since they last changed. */
  get isRead(): boolean {
    this.#inputs.note(WHOLE);
    return this.#unread.size === 0;
  }

  /** Drops a file's trees; they are parsed again on demand. For files that nobody edits. */
  forgetTrees(uri: string): void {
    for (const { piece } of this.#files.get(uri)?.syntax.pieces ?? []) piece.forget();
  }

  /** The declarations of a piece of this module; empty for a piece it no longer has. */
  declarations(piece: Piece): Declarations {
    this.#inputs.note(WHOLE);
    this.#read();
    return this.#declared.ofPiece(piece);
  }

  /** The blocks at an address; more than one is the author's mistake. */
  blocks(address: string): readonly BlockDeclaration[] {
    this.#read();
    return this.#declared.blocksAt(address);
  }

  /** The blocks of override files at an address: parts of the one there. */
  overridesAt(address: string): readonly BlockDeclaration[] {
    this.#read();
    return this.#declared.overridesAt(address);
  }

  /** Changes with every change of an override file. */
  get overrideVersion(): number {
    this.#read();
    return this.#declared.overrideVersion;
  }

  /** Every block of the module, file by file; those of override files are parts of others. */
  allBlocks(): readonly BlockDeclaration[] {
    this.#read();
    return this.#declared.all();
  }

  /**
   * Those blocks that a function chooses by their types and labels alone. It must be the same function each time: the
   * list stays the same one while no block of that choice changes.
   */
  blocksWhich(isMeant: (block: BlockDeclaration) => boolean): readonly BlockDeclaration[] {
    this.#read();
    return this.#declared.which(isMeant);
  }

  /** Every local of the module, file by file. */
  allLocals(): readonly LocalDeclaration[] {
    this.#read();
    return this.#declared.allLocals();
  }

  /** True when the module declares `local.NAME`, once or several times. */
  hasLocal(name: string): boolean {
    this.#read();
    return this.#declared.localsNamed(name).length > 0;
  }

  /** The declaration of `local.NAME`, or null when there is none or more than one. */
  localDeclaration(name: string): LocalDeclaration | null {
    this.#read();
    const declarations = this.#declared.localsNamed(name);
    return declarations.length === 1 ? (declarations[0] ?? null) : null;
  }

  /** The value of a variable in a variables file, which a caller may override. */
  assumedVariable(name: string): LocatedExpression | null {
    return this.remember(assumedIn).get(name) ?? null;
  }

  /**
   * The result of `key` for this version of the module, computed again only when something that it asked has changed. It
   * keeps its identity while it says the same, so that an edit elsewhere leaves what depends on it as it is.
   */
  remember<T>(key: (module: Module) => T): T {
    const memo = this.#memos.get(key) ?? new Memo<unknown, Module>(this, key);
    this.#memos.set(key, memo);
    return memo.read() as T;
  }

  #read(): void {
    if (this.#unread.size === 0) return;
    const texts = [...this.#unread];
    this.#unread.clear();
    for (const [uri, text] of texts) {
      const previous = this.#files.get(uri);
      if (previous?.syntax.text === text) continue;
      const syntax = isJsonConfiguration(uri)
        ? openJsonConfiguration(text)
        : previous === undefined
          ? openSyntaxFile(text)
          : updateSyntaxFile(previous.syntax, text);
      this.#files.set(uri, { uri, syntax });
      this.#sorted = null;
      this.#declared.replace(uri, previous?.syntax, syntax);
    }
  }
}

function assumedIn({ files }: Module): ReadonlyMap<string, LocatedExpression> {
  return assumedVariables(files);
}

function compareNames(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
