/**
 * The time in milliseconds for which the answer about a folder is kept: a walk asks for all files of a folder at once.
 */
const MEMORY = 1000;

/**
 * Tells whether the path to a file contains a link. The target of a link cannot be determined, so it may be anything.
 * `isLink` answers for one path with slashes, and fails for a missing file.
 */
export class Links {
  readonly #isLink: (path: string) => Promise<boolean>;
  readonly #folders = new Map<string, Promise<boolean>>();

  constructor(isLink: (path: string) => Promise<boolean>) {
    this.#isLink = isLink;
  }

  /** True when one of the folders between `root` and the file is a link; both are paths with slashes. */
  async areOnTheWay(root: string, path: string): Promise<boolean> {
    const start = root.replace(/\/+$/, '');
    const parts = path
      .slice(start.length + 1)
      .split('/')
      .slice(0, -1);
    const folders = parts.map((_, index) => `${start}/${parts.slice(0, index + 1).join('/')}`);
    return (await Promise.all(folders.map((folder) => this.#isLinked(folder)))).includes(true);
  }

  #isLinked(folder: string): Promise<boolean> {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    // A missing folder is not a link.
    const asked = this.#isLink(folder).catch(() => false);
    this.#folders.set(folder, asked);
    setTimeout(() => this.#folders.delete(folder), MEMORY);
    return asked;
  }
}
