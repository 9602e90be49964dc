import { PathPatterns } from '../module/sources/pathPatterns.ts';

interface IgnoreFile {
  readonly folder: string;
  readonly matcher: PathPatterns;
}

/** The `.gitignore` files that apply to a folder, from the repository's root down. Immutable. Paths have slashes. */
export class IgnoreRules {
  static readonly NONE = new IgnoreRules([]);

  readonly #files: readonly IgnoreFile[];

  private constructor(files: readonly IgnoreFile[]) {
    this.#files = files;
  }

  /** The rules that apply inside `folder`: these and the text of its own `.gitignore`. */
  withFolder(folder: string, text: string | null): IgnoreRules {
    return text === null
      ? this
      : new IgnoreRules([...this.#files, { folder, matcher: new PathPatterns(text.split(/\r?\n/)) }]);
  }

  /** Whether git ignores a path inside the folders of these rules; deeper files take precedence. */
  ignores(path: string, isFolder: boolean): boolean {
    let ignored = false;
    for (const { folder, matcher } of this.#files) {
      const inside = path.slice(folder.length).replace(/^\/+/, '') + (isFolder ? '/' : '');
      const answer = matcher.test(inside);
      if (answer.ignored) ignored = true;
      else if (answer.unignored) ignored = false;
    }
    return ignored;
  }
}
