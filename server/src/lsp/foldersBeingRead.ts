import { directoryOf } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';
import type { Directories } from './directories.ts';

/**
 * Folders that are being read. Problems sent before a file's module is read would be withdrawn a moment later: the next
 * file may declare the repository that a policy names. A file whose own directory is read does not wait for the rest of
 * the folder.
 */
export class Readings {
  readonly #readings = new Set<{ readonly folder: string; readonly done: Promise<void> }>();
  readonly #workspace: Workspace;
  readonly #directories: Directories;

  constructor(workspace: Workspace, directories: Directories) {
    this.#workspace = workspace;
    this.#directories = directories;
  }

  /** Registers a folder, its URI ending in a slash, until the work is done. */
  async during(folder: string, work: () => Promise<void>): Promise<void> {
    const reading = { folder, done: work() };
    this.#readings.add(reading);
    this.#workspace.setGrowing(true);
    try {
      await reading.done;
    } finally {
      this.#readings.delete(reading);
      this.#workspace.setGrowing(this.#readings.size > 0);
    }
  }

  /** True while any folder is being read. */
  get isWalking(): boolean {
    return this.#readings.size > 0;
  }

  /** True while parts of the file's module may not be read yet. */
  isReading(uri: string): boolean {
    const directory = directoryOf(uri);
    if (this.#directories.isReading(directory)) return true;
    if (this.#workspace.isListed(directory)) return false;
    return [...this.#readings].some(({ folder }) => uri.startsWith(folder));
  }

  /** Resolves when the file's module is read as far as possible, or everything for null; never rejects. */
  async whenRead(uri: string | null): Promise<void> {
    await this.#directories.whenRead(uri === null ? null : directoryOf(uri));
    if (uri !== null && this.#workspace.isListed(directoryOf(uri))) return;
    const holding = [...this.#readings].filter(({ folder }) => uri === null || uri.startsWith(folder));
    await Promise.allSettled(holding.map(({ done }) => done));
  }
}
