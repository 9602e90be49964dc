import type { Ignore } from 'ignore';
import ignore from 'ignore';

/**
 * Patterns with more `**` than this are matched here, because the library tries every way to split a path among them.
 */
const DEEP = 2;

/** The verdict of `.gitignore` patterns on a path. */
export interface PatternAnswer {
  readonly ignored: boolean;
  readonly unignored: boolean;
}

/** Patterns as in `.gitignore`, matched in time proportional to pattern and path. */
export class PathPatterns {
  readonly #groups: readonly { test(path: string): PatternAnswer }[];

  constructor(lines: readonly string[], options: Parameters<typeof ignore>[0] = {}) {
    const groups: { test(path: string): PatternAnswer }[] = [];
    let plain: Ignore | null = null;
    for (const line of lines) {
      if (isDeep(line)) {
        groups.push(new DeepPattern(line, options));
        plain = null;
      } else {
        if (plain === null) {
          plain = ignore(options);
          groups.push(plain);
        }
        plain.add([line]);
      }
    }
    this.#groups = groups;
  }

  /** The verdict of the last matching pattern. */
  test(path: string): PatternAnswer {
    let answer: PatternAnswer = { ignored: false, unignored: false };
    for (const group of this.#groups) {
      const next = group.test(path);
      if (next.ignored || next.unignored) answer = next;
    }
    return answer;
  }
}

function isDeep(line: string): boolean {
  return !line.startsWith('#') && line.split('/').filter((segment) => segment.includes('**')).length > DEEP;
}

/** One pattern with many `**`, segment by segment. */
class DeepPattern {
  readonly #segments: readonly ('any' | Ignore)[];
  readonly #isNegative: boolean;
  readonly #isFolder: boolean;

  constructor(line: string, options: Parameters<typeof ignore>[0]) {
    const text = line.trimEnd();
    this.#isNegative = text.startsWith('!');
    this.#isFolder = text.endsWith('/');
    const segments = text
      .replace(/^!/, '')
      .split('/')
      .filter((segment) => segment !== '');
    this.#segments = segments.map((segment) =>
      /^\*\*+$/.test(segment) ? 'any' : ignore(options).add([`/${segment.replace(/\*+/g, '*')}`]),
    );
  }

  test(path: string): PatternAnswer {
    const isMatch = this.#matches(
      path.split('/').filter((name) => name !== ''),
      path.endsWith('/'),
    );
    return { ignored: isMatch && !this.#isNegative, unignored: isMatch && this.#isNegative };
  }

  /** Whether the pattern matches the path or one of its folders. */
  #matches(names: readonly string[], isFolder: boolean): boolean {
    let reached = this.#skip(new Set([0]));
    for (const [index, name] of names.entries()) {
      const next = new Set<number>();
      let isEnd = false;
      for (const position of reached) {
        const segment = this.#segments[position];
        const isMatch = segment === 'any' || segment?.ignores(name) === true;
        if (!isMatch) continue;
        next.add(segment === 'any' ? position : position + 1);
        isEnd ||= position === this.#segments.length - 1;
      }
      reached = this.#skip(next);
      const isOnWay = index < names.length - 1;
      if (isEnd && (isOnWay || isFolder || !this.#isFolder)) return true;
    }
    return false;
  }

  #skip(positions: ReadonlySet<number>): Set<number> {
    const reached = new Set<number>();
    for (const start of positions) {
      let position = start;
      reached.add(position);
      while (this.#segments[position] === 'any') {
        position += 1;
        reached.add(position);
      }
    }
    return reached;
  }
}
