import { isTerraformFile } from './sources/fileKinds.ts';
import { isOverrideFile } from './sources/overrides.ts';
import { directoryOf } from './sources/uri.ts';

/**
 * Which directories are completely read: all names of their files are known, and the text of each. What other
 * directories lack is unknown.
 */
export class Completeness {
  readonly #assumesListed: boolean;
  readonly #listed = new Map<string, boolean>();
  /** Files that exist but could not be read. */
  readonly #unreadable = new Set<string>();

  /** `assumesListed` is the answer for directories that were never listed. */
  constructor(assumesListed: boolean) {
    this.#assumesListed = assumesListed;
  }

  /** Notes whether all names of a directory's files are known; null restores the initial assumption. */
  setListed(directory: string, isListed: boolean | null): void {
    if (isListed === null) this.#listed.delete(directory);
    else this.#listed.set(directory, isListed);
  }

  setUnreadable(uri: string, isUnreadable: boolean): void {
    if (isUnreadable && isTerraformFile(uri)) this.#unreadable.add(uri);
    else this.#unreadable.delete(uri);
  }

  /** The files that exist but whose text is unknown. */
  get unreadable(): readonly string[] {
    return [...this.#unreadable];
  }

  isUnreadable(uri: string): boolean {
    return this.#unreadable.has(uri);
  }

  /** True when it is known whether the directory's names are complete. */
  isNoted(directory: string): boolean {
    return this.#listed.has(directory);
  }

  /** True when all names of the directory's files are known. */
  isListed(directory: string): boolean {
    return this.#listed.get(directory) ?? this.#assumesListed;
  }

  /**
   * True when the directory may contain code whose text is unknown; `isOpen` returns whether an editor shows a file.
   */
  mayHoldMore(directory: string, isOpen: (uri: string) => boolean): boolean {
    if (directory.startsWith('untitled:') || !this.isListed(directory)) return true;
    return this.#unreadIn(directory, isOpen).length > 0;
  }

  /** True when an override file of the directory cannot be read, which may replace anything in the others. */
  mayBeOverridden(directory: string, isOpen: (uri: string) => boolean): boolean {
    return this.#unreadIn(directory, isOpen).some(isOverrideFile);
  }

  #unreadIn(directory: string, isOpen: (uri: string) => boolean): readonly string[] {
    return [...this.#unreadable].filter((uri) => directoryOf(uri) === directory && !isOpen(uri));
  }
}
