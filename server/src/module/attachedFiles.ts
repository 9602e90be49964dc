import { attachFile } from './sources/attachedFile.ts';
import type { SnapshotFile } from './sources/snapshotFile.ts';

/**
 * The files that modules read, such as policies and templates: what is known about each, and which ones are still
 * missing.
 */
export class AttachedFiles {
  readonly #files = new Map<string, SnapshotFile>();
  readonly #wanted = new Set<string>();
  #version = 0;

  /** Grows whenever a file is set, because no module notices that itself. */
  get version(): number {
    return this.#version;
  }

  /** A requested file, or undefined when nobody has provided it. */
  get(uri: string): SnapshotFile | undefined {
    return this.#files.get(uri);
  }

  /** True for a file that a module reads, whether it exists or not. */
  has(uri: string): boolean {
    return this.#files.has(uri);
  }

  /** The files that modules read, whether they are there or not. */
  get uris(): readonly string[] {
    return [...this.#files.keys()];
  }

  /** A file that modules read: its text, that it does not exist, or why it is unknown. */
  set(uri: string, content: string | SnapshotFile): void {
    this.#version += 1;
    this.#store(uri, content);
  }

  /** The same for a file that nobody has asked for before, so that no earlier answer changes. */
  setFirst(uri: string, content: string | SnapshotFile): void {
    this.#store(uri, content);
  }

  #store(uri: string, content: string | SnapshotFile): void {
    const known = this.#files.get(uri);
    if (typeof content !== 'string') this.#files.set(uri, content);
    else if (known?.kind !== 'text' || known.text !== content) this.#files.set(uri, attachFile(uri, content));
  }

  /** Requests a file that somebody has to provide. */
  want(uri: string): void {
    this.#wanted.add(uri);
  }

  get isWanting(): boolean {
    return this.#wanted.size > 0;
  }

  /** The files that nobody has provided yet; each is listed once. */
  takeWanted(): readonly string[] {
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    return wanted;
  }
}
