import type { FileAccess, SeenFile } from '../files/access.ts';
import { CANNOT_LOOK, FolderLooking, FolderLooks } from '../module/looking/folderLooks.ts';
import { canonicalUri } from '../module/sources/uri.ts';
import type { OpenFolders } from './openFolders.ts';
import type { Urgency } from './urgency.ts';

/** Receives a directory that concerns ECR, with its files. */
export type Concerned = (directory: string, files: readonly SeenFile[]) => void;

/** Tells whether a walk has found a module's file, so that its own problems count. */
export type IsChecked = (uri: string) => boolean;

/** Scans the directories of the open folders before they are read, and knows which of them must be. */
export class LookedAtFolders {
  readonly #looks = new FolderLooks();
  /** By directory, the files that only serve as references: most directories have none. */
  readonly #beside = new Map<string, ReadonlySet<string>>();
  readonly #access: FileAccess;
  readonly #folders: OpenFolders;
  readonly #urgency: Urgency;

  constructor(access: FileAccess, folders: OpenFolders, urgency: Urgency) {
    this.#access = access;
    this.#folders = folders;
    this.#urgency = urgency;
  }

  /**
   * Scans directories, given without the last slash, and the modules called from there. Passes those of the first that
   * concern ECR to `concerned` at once, while their files are available.
   */
  async lookInto(directories: Iterable<string>, isChecked: IsChecked, concerned: Concerned): Promise<void> {
    for (const directory of directories) {
      const files = await this.#lookInto(directory, isChecked);
      if (files.length === 0) this.forget(directory);
      else if (this.#looks.concerns(directory)) concerned(directory, files);
    }
    for (let { unseen } = this.#looks; unseen.length > 0; { unseen } = this.#looks) {
      for (const directory of unseen) {
        const files = await this.#lookInto(directory, () => false);
        if (files.length === 0) this.#looks.set(directory, CANNOT_LOOK);
      }
    }
  }

  /** The files of a directory; none when there is nothing to scan. */
  async #lookInto(directory: string, isChecked: IsChecked): Promise<readonly SeenFile[]> {
    await this.#urgency.giveWay();
    const looking = new FolderLooking(directory);
    const beside = new Set<string>();
    const files: SeenFile[] = [];
    const { roots } = this.#folders;
    const isInside = this.#folders.isInside(`${directory}/`);
    await (isInside &&
      this.#access.visitDirectory(directory, roots, (file) => {
        const uri = canonicalUri(file.uri);
        files.push(file);
        if (!isChecked(uri)) beside.add(uri);
        if (!looking.isDecided) looking.add(uri, file.bytes());
      }));
    if (files.length === 0) return files;
    this.#looks.set(directory, looking.finish());
    if (beside.size > 0) this.#beside.set(directory, beside);
    else this.#beside.delete(directory);
    return files;
  }

  /** Makes a directory be read whatever it contains, and its callers. */
  ask(directory: string): void {
    this.#looks.ask(directory);
  }

  /** True for a directory that was scanned. */
  has(directory: string): boolean {
    return this.#looks.has(directory);
  }

  /** The scanned directories in some places, the places included. */
  within(isTouched: (uri: string) => boolean): readonly string[] {
    return this.#looks.directories.filter(isTouched);
  }

  /** The directories that must be read. */
  get needed(): readonly string[] {
    return [...this.#looks.needed].filter((directory) => this.#folders.isInside(`${directory}/`));
  }

  /** The files of a directory that no walk has found. */
  besideIn(directory: string): ReadonlySet<string> {
    return this.#beside.get(directory) ?? new Set();
  }

  /** True for a file that only serves as a reference, as far as a scan has shown. */
  isBeside(directory: string, uri: string): boolean {
    return this.#looks.has(directory) ? (this.#beside.get(directory)?.has(uri) ?? false) : true;
  }

  forget(directory: string): void {
    this.#looks.set(directory, null);
    this.#beside.delete(directory);
  }
}
