import type { FileAccess } from '../files/access.ts';
import { settingsFileIn } from '../module/sources/settingsFile.ts';
import { canonicalUri, directoryOf } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import type { FileContent } from '../protocol/fileRequests.ts';

/** Files that are read at the same time: what reads them may be far away. */
const AT_ONCE = 16;

/** The folders that the editor has open. */
export interface OpenFolders {
  /** Their URIs, each with its last slash. */
  readonly roots: readonly string[];
  isInside(uri: string): boolean;
}

/**
 * Reads the directories of modules whole: the checked files, and those that only provide declarations because git
 * ignores them or because they are outside the open folders.
 */
export class Directories {
  readonly #workspace: Workspace;
  readonly #access: FileAccess;
  readonly #folders: OpenFolders;
  readonly #readings = new Map<string, Promise<void>>();

  constructor(workspace: Workspace, access: FileAccess, folders: OpenFolders) {
    this.#workspace = workspace;
    this.#access = access;
    this.#folders = folders;
  }

  /**
   * Reads a directory whose files are not all known yet; its URI has no slash at its end. With `ahead`, the settings
   * that hold for it are read too: the walk that would find them has not come there.
   */
  read(directory: string, { ahead = false } = {}): Promise<void> {
    const known = this.#readings.get(directory);
    if (known !== undefined) return known;
    if (this.#workspace.isListed(directory)) return Promise.resolve();
    const reading = this.#read(directory, ahead).finally(() => this.#readings.delete(directory));
    this.#readings.set(directory, reading);
    return reading;
  }

  /** Reads several, some at a time. */
  async readAll(directories: Iterable<string>, how: { readonly ahead?: boolean } = {}): Promise<void> {
    await inBatches([...new Set(directories)], (directory) => this.read(directory, how));
  }

  /** Resolves when the directory is not being read; all of them for null. Never rejects. */
  async whenRead(directory: string | null): Promise<void> {
    const readings = directory === null ? [...this.#readings.values()] : [this.#readings.get(directory)];
    await Promise.allSettled(readings);
  }

  isReading(directory: string): boolean {
    return this.#readings.has(directory);
  }

  /** Forgets the files of a directory that nothing uses any more. */
  forget(directory: string): void {
    for (const uri of this.#workspace.diskFiles) {
      if (directoryOf(uri) === directory) this.#workspace.setDiskFile(uri, null);
    }
    this.#workspace.setListed(directory, null);
  }

  async #read(directory: string, ahead: boolean): Promise<void> {
    const within = this.#within(directory);
    const listed = (await this.#access.listDirectory(directory, within))?.map(canonicalUri);
    const beside = listed?.filter((uri) => !this.#workspace.isOnDisk(uri)) ?? [];
    await inBatches([...beside, ...(ahead ? this.#settingsAbove(directory) : [])], async (uri) => {
      const content = await this.#access.read(uri, within);
      // A walk may have come first, and the directory may have been left meanwhile.
      if (this.#workspace.isOnDisk(uri) || !this.#isWanted(directory)) return;
      this.#workspace.setOnlyDeclaring(uri, beside.includes(uri));
      takeContent(this.#workspace, uri, content);
    });
    if (this.#isWanted(directory)) this.#workspace.setListed(directory, listed !== undefined);
  }

  /** The settings files that may hold for a directory and are not known yet. */
  #settingsAbove(directory: string): string[] {
    const found: string[] = [];
    for (let current = directory; this.#folders.isInside(`${current}/`); current = directoryOf(current)) {
      if (this.#workspace.documentAt(settingsFileIn(current))?.kind !== 'settings') found.push(settingsFileIn(current));
    }
    return found;
  }

  /** What may be read for a directory: outside of the open folders nothing but itself. */
  #within(directory: string): readonly string[] {
    const { roots } = this.#folders;
    return this.#folders.isInside(`${directory}/`) ? roots : [...roots, `${directory}/`];
  }

  #isWanted(directory: string): boolean {
    if (this.#folders.isInside(`${directory}/`)) return true;
    return this.#workspace.openUris.some((uri) => directoryOf(uri) === directory);
  }
}

/** Hands the contents of a file to the workspace. */
export function takeContent(workspace: Workspace, uri: string, content: FileContent): void {
  if ('text' in content) workspace.setDiskFile(uri, content.text);
  else if (content.isMissing === true) workspace.setDiskFile(uri, null);
  else workspace.setUnreadable(uri);
}

/** Does something with each item, some of them at a time. */
export async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
  }
}
