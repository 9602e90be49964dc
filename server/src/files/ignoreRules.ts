import { readFile, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { Ignore } from 'ignore';
import ignore from 'ignore';

interface IgnoreFile {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** The `.gitignore` files that hold for a folder, from the repository's root down. Immutable. */
export class IgnoreRules {
  readonly #files: readonly IgnoreFile[];

  private constructor(files: readonly IgnoreFile[]) {
    this.#files = files;
  }

  /** The rules of the folders above `folder`, up to the root of its git repository; none outside a repository. */
  static async above(folder: string): Promise<IgnoreRules> {
    const folders: string[] = [];
    for (let current = folder; ; current = dirname(current)) {
      if (current !== folder) folders.unshift(current);
      if (await exists(join(current, '.git'))) break;
      if (dirname(current) === current) return new IgnoreRules([]);
    }
    let rules = new IgnoreRules([]);
    for (const current of folders) rules = await rules.in(current);
    return rules;
  }

  /** The rules that hold inside `folder`: these and its own. */
  async in(folder: string): Promise<IgnoreRules> {
    const content = await readFile(join(folder, '.gitignore'), 'utf8').catch(() => null);
    return content === null ? this : new IgnoreRules([...this.#files, { folder, matcher: ignore().add(content) }]);
  }

  /** Whether git ignores a path; a deeper file's word counts more. */
  ignores(path: string, isFolder: boolean): boolean {
    let ignored = false;
    for (const { folder, matcher } of this.#files) {
      const inside = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
      const answer = matcher.test(inside);
      if (answer.ignored) ignored = true;
      else if (answer.unignored) ignored = false;
    }
    return ignored;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
