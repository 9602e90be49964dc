import type { Module } from '../../../module/module.ts';
import { calledDirectories } from '../../../module/moduleCalls.ts';
import { canonicalUri } from '../../../module/sources/uri.ts';
import { Workspace } from '../../../module/workspace.ts';
import { ServiceContext } from '../../context.ts';
import { Photographer } from './snapshot.ts';

/** What any function that reads files is called in a text. */
const READING = 'file(';

const scratches = new WeakMap<ServiceContext, Scratch>();

/** The scratch copy of a workspace, which keeps what it has read; only one trial at a time may use it. */
export function scratchOf(context: ServiceContext): Scratch {
  const known = scratches.get(context);
  if (known !== undefined) return known;
  const scratch = new Scratch(context);
  scratches.set(context, scratch);
  return scratch;
}

/** A copy of those parts of a workspace that an edit may reach, for trying edits. The workspace is unchanged. */
class Scratch {
  /** Contains the texts that were copied; asks the original for all others. */
  readonly copy: Workspace;
  readonly context: ServiceContext;
  readonly photographer: Photographer;
  /** The original's. */
  readonly originalContext: ServiceContext;
  readonly #original: Workspace;
  /** The copied files, with their texts; null for one that was written since. */
  readonly #taken = new Map<string, string | null | undefined>();
  #reached: readonly Module[] = [];

  constructor(original: ServiceContext) {
    const { workspace, finder } = original;
    this.#original = workspace;
    this.copy = new Workspace(workspace);
    this.context = new ServiceContext(this.copy, finder);
    this.originalContext = original;
    this.photographer = new Photographer(finder);
  }

  /**
   * The modules, in the copy, whose policies and problems an edit of a file may change. Everything written to the copy
   * is undone.
   */
  reachedBy(uri: string): readonly Module[] {
    const { modules } = this.#original;
    const isAttached = this.#original.documentAt(uri)?.kind === 'policy';
    const own = this.#original.moduleOf(uri);
    const reached = withCallers(
      isAttached ? modules.filter(readsFiles) : modules.filter((one) => one === own),
      modules,
    );
    for (const module of reached) for (const file of module.uris) this.#note(file);
    if (isAttached) this.#note(uri);
    for (const [taken, text] of this.#taken)
      if (text === null || text !== this.#originalText(taken)) this.#restore(taken);
    for (const { uri: settings, text } of this.#original.settingsFiles) this.copy.setDiskFile(settings, text);
    for (const { directory, isOpen } of reached) this.copy.setListed(directory, !isOpen);
    return this.#reach(reached.flatMap(({ uris }) => this.copy.moduleOf(uris[0] ?? '') ?? []));
  }

  #note(uri: string): void {
    if (!this.#taken.has(uri)) this.#taken.set(uri, null);
  }

  /** Modules that were reached before but not now would fill the memory with their trees. */
  #reach(modules: readonly Module[]): readonly Module[] {
    const now = new Set(modules);
    for (const module of this.#reached) {
      if (!now.has(module)) for (const uri of module.uris) module.forgetTrees(uri);
    }
    this.#reached = modules;
    return modules;
  }

  /** The text of a file of the original that can be copied; undefined for any other. */
  #originalText(uri: string): string | undefined {
    const document = this.#original.documentAt(uri);
    switch (document?.kind) {
      case 'policy':
        return document.file.text;
      case 'module':
        return document.module.file(uri)?.syntax.text;
      case 'settings':
      case undefined:
        return undefined;
    }
  }

  /** The current text of a file in the copy. */
  textOf(uri: string): string {
    return this.copy.filesAt(uri)?.syntaxOf(uri)?.text ?? '';
  }

  /** Writes a file of the copy. */
  write(uri: string, text: string): void {
    this.#taken.set(uri, null);
    switch (this.copy.documentAt(uri)?.kind) {
      case 'policy':
        this.copy.setAttachedFile(uri, text);
        break;
      case 'settings':
        this.copy.setDiskFile(uri, text);
        break;
      case 'module':
      case undefined:
        // The trees of open documents are kept.
        this.copy.openDocument(uri, text);
        break;
    }
  }

  #restore(uri: string): void {
    const text = this.#originalText(uri);
    this.#taken.set(uri, text);
    if (text === undefined) this.copy.closeDocument(uri);
    else if (this.#original.documentAt(uri)?.kind === 'policy') this.copy.setAttachedFile(uri, text);
    else this.copy.openDocument(uri, text);
  }
}

function readsFiles(module: Module): boolean {
  return module.files.some(({ syntax }) => syntax.text.includes(READING));
}

/** Modules with all their direct and indirect callers. */
function withCallers(first: readonly Module[], all: readonly Module[]): readonly Module[] {
  const found = new Set(first);
  for (const module of found) {
    const directory = canonicalUri(module.directory);
    for (const other of all) if (other.remember(calledDirectories).has(directory)) found.add(other);
  }
  return [...found];
}
