import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reasonOf } from '../../files/nodeFiles.ts';
import { namedUri } from '../../files/reach.ts';
import type { PlacedProblem } from '../../problems/fileProblems.ts';
import { relativePath } from '../../report/reportPlaces.ts';
import { lineEnd, lineStart } from '../../syntax/edit/lines.ts';
import { UsageError } from '../usage.ts';

/** Problems of one rule on equal lines of a file. */
interface BaselineEntry {
  /** Relative to the baseline's own folder, with `/`. */
  readonly file: string;
  readonly rule: string;
  /** The problem's lines with single spaces, so that moved or realigned lines still match. */
  readonly text: string;
  readonly count: number;
}

/** Longer lines are cut and end in a hash, so that a minified policy does not bloat the file. */
const TEXT_LIMIT = 160;

/** A set of known problems, each identified by its rule, its file and the text of its lines, not by line numbers. */
export class Baseline {
  readonly #path: string;
  readonly #folder: string;
  readonly #entries = new Map<string, BaselineEntry>();

  constructor(path: string) {
    this.#path = path;
    this.#folder = dirname(resolve(path));
  }

  /** Reads a baseline file; throws a `UsageError` with the reason when it cannot be read. */
  static read(path: string): Baseline {
    const baseline = new Baseline(path);
    for (const entry of readEntries(path)) baseline.#change(entry, entry.count);
    return baseline;
  }

  /** Adds a problem of a file with this text. */
  add(placed: PlacedProblem, text: string): void {
    this.#change(this.#entryOf(placed, text), 1);
  }

  /** Removes a problem; false when it is not there any more. */
  take(placed: PlacedProblem, text: string): boolean {
    const entry = this.#entryOf(placed, text);
    if ((this.#entries.get(keyOf(entry))?.count ?? 0) < 1) return false;
    this.#change(entry, -1);
    return true;
  }

  /** What remains after every `take`, for files that `isChecked` accepts: one sentence each. */
  leftovers(isChecked: (uri: string) => boolean): string[] {
    const left = this.#sorted.filter(({ file }) => isChecked(namedUri(resolve(this.#folder, file))));
    return left.map(({ file, rule, text, count }) => {
      const times = count === 1 ? '' : ` (${count} times)`;
      return `${this.#path} lists ${rule} in ${file}${times}, which is gone: ${text.split('\n')[0]}`;
    });
  }

  /** Writes the file; returns null, or the reason why it failed. */
  write(): string | null {
    const content = { version: 1, problems: this.#sorted };
    try {
      writeFileSync(this.#path, `${JSON.stringify(content, null, 2)}\n`);
      return null;
    } catch (error) {
      return reasonOf(error);
    }
  }

  get #sorted(): BaselineEntry[] {
    return [...this.#entries]
      .filter(([, { count }]) => count > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, entry]) => entry);
  }

  #entryOf({ uri, start, end, problem }: PlacedProblem, text: string): BaselineEntry {
    const lines = text.slice(lineStart(text, start), lineEnd(text, end)).split('\n');
    const plain = lines.map((line) => line.trim().replaceAll(/\s+/g, ' ')).join('\n');
    return { file: relativePath(uri, this.#folder), rule: problem.ruleId, text: shortened(plain), count: 1 };
  }

  #change(entry: BaselineEntry, by: number): void {
    const key = keyOf(entry);
    const { file, rule, text } = entry;
    this.#entries.set(key, { file, rule, text, count: (this.#entries.get(key)?.count ?? 0) + by });
  }
}

function keyOf({ file, rule, text }: BaselineEntry): string {
  return [file, rule, text].join('\0');
}

function shortened(text: string): string {
  if (text.length <= TEXT_LIMIT) return text;
  return `${text.slice(0, TEXT_LIMIT)}… ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

function readEntries(path: string): readonly BaselineEntry[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${path} cannot be read: ${error instanceof SyntaxError ? 'it is not JSON' : reasonOf(error)}`,
    );
  }
  const { version, problems } = Object(content) as { readonly version?: unknown; readonly problems?: unknown };
  if (version !== 1 || !Array.isArray(problems) || !problems.every(isEntry)) {
    throw new UsageError(`${path} cannot be read: it is not a baseline; --write-baseline ${path} writes one`);
  }
  return problems;
}

function isEntry(value: unknown): value is BaselineEntry {
  const { file, rule, text, count } = Object(value) as Record<keyof BaselineEntry, unknown>;
  return (
    [file, rule, text].every((part) => typeof part === 'string') && Number.isSafeInteger(count) && Number(count) > 0
  );
}
