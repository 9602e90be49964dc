import type { FileAccess, SeenFile } from '../files/access.ts';
import { settingsFileIn } from '../module/sources/settingsFile.ts';
import { canonicalUri, directoryOf } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import type { FileContent } from '../protocol/fileRequests.ts';
import type { LookedAtFolders } from './lookedAtFolders.ts';
import type { OpenFolders } from './openFolders.ts';

/** The number of files that are read at the same time, because each may be far away. */
const AT_ONCE = 16;

/**
 * Reads the directories of modules completely: the checked files, and those that only provide declarations because git
 * ignores them or because they are outside the open folders.
 */
export class Directories {
  readonly #workspace: Workspace;
  readonly #access: FileAccess;
  readonly #folders: OpenFolders;
  readonly #lookedAt: LookedAtFolders;
  readonly #readings = new Map<string, Promise<void>>();

  constructor(workspace: Workspace, access: FileAccess, folders: OpenFolders, lookedAt: LookedAtFolders) {
    this.#lookedAt = lookedAt;
    this.#workspace = workspace;
    this.#access = access;
    this.#folders = folders;
  }

  /**
   * Reads a directory whose files are not all known yet; its URI has no slash at its end. With `ahead`, its settings
   * are read too, because the walk has not reached them.
   */
  read(directory: string, { ahead = false } = {}): Promise<void> {
    const known = this.#readings.get(directory);
    if (known !== undefined) return known;
    if (this.#workspace.isListed(directory)) return Promise.resolve();
    const reading = this.#read(directory, ahead).finally(() => this.#readings.delete(directory));
    this.#readings.set(directory, reading);
    return reading;
  }

  /** Reads several directories, a few at a time. */
  async readAll(directories: Iterable<string>, how: { readonly ahead?: boolean } = {}): Promise<void> {
    await inBatches([...new Set(directories)], (directory) => this.read(directory, how));
  }

  /** Resolves when the directory, or with null any directory, is not being read. Never rejects. */
  async whenRead(directory: string | null): Promise<void> {
    const readings = directory === null ? [...this.#readings.values()] : [this.#readings.get(directory)];
    await Promise.allSettled(readings);
  }

  isReading(directory: string): boolean {
    return this.#readings.has(directory);
  }

  /** Forgets the files of a directory that is no longer used. */
  forget(directory: string): void {
    for (const uri of this.#workspace.diskFiles) {
      if (directoryOf(uri) === directory) this.#workspace.setDiskFile(uri, null);
    }
    this.#workspace.setListed(directory, null);
  }

  async #read(directory: string, ahead: boolean): Promise<void> {
    const within = this.#within(directory);
    const files: SeenFile[] = [];
    const isThere = await this.#access.visitDirectory(directory, within, (file) => files.push(file));
    this.takeFiles(directory, files);
    await inBatches(ahead ? this.#settingsAbove(directory) : [], async (uri) => {
      this.#take(directory, uri, false, await this.#access.read(uri, within));
    });
    if (this.#isWanted(directory)) this.#workspace.setListed(directory, isThere);
  }

  /** Adds the files of a directory to the workspace, except those that it has. */
  takeFiles(directory: string, files: readonly SeenFile[]): void {
    for (const file of files) {
      const uri = canonicalUri(file.uri);
      if (this.#workspace.isOnDisk(uri)) continue;
      this.#take(directory, uri, this.#lookedAt.isBeside(directory, uri), file.text());
    }
  }

  /** A walk may have come first, or the directory may have been left meanwhile. */
  #take(directory: string, uri: string, isBeside: boolean, content: FileContent): void {
    if (this.#workspace.isOnDisk(uri) || !this.#isWanted(directory)) return;
    this.#workspace.setOnlyDeclaring(uri, isBeside);
    takeContent(this.#workspace, uri, content);
  }

  /** The settings files that may apply to a directory and are not known yet. */
  #settingsAbove(directory: string): string[] {
    const found: string[] = [];
    for (let current = directory; this.#folders.isInside(`${current}/`); current = directoryOf(current)) {
      if (this.#workspace.documentAt(settingsFileIn(current))?.kind !== 'settings') found.push(settingsFileIn(current));
    }
    return found;
  }

  /** What may be read for a directory: outside of the open folders only the directory itself. */
  #within(directory: string): readonly string[] {
    const { roots } = this.#folders;
    return this.#folders.isInside(`${directory}/`) ? roots : [...roots, `${directory}/`];
  }

  #isWanted(directory: string): boolean {
    if (this.#folders.isInside(`${directory}/`)) return true;
    return this.#workspace.openUris.some((uri) => directoryOf(uri) === directory);
  }
}

/** Adds the contents of a file to the workspace. */
export function takeContent(workspace: Workspace, uri: string, content: FileContent): void {
  if ('text' in content) workspace.setDiskFile(uri, content.text);
  else if (content.isMissing === true) workspace.setDiskFile(uri, null);
  else workspace.setUnreadable(uri);
}

/** Processes each item, a few at a time. */
export async function inBatches<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE) {
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
  }
}
