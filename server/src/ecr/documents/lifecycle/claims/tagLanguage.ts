import type { TagEntry } from './requirement.ts';

/**
 * What tags an entry of a tag list can meet, as finite automata.
 * Source of the grammar: OCI distribution specification, `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
 */

/** The longest tag. */
const LONGEST_TAG = 128;

const FIRST = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const OTHERS = `${FIRST}.-`;

/** What deciding inclusions for one question may cost. What it would decide beyond that is not decided. */
export class InclusionBudget {
  #steps = 2_000_000;

  /** Counts steps of automata, or pairs of entries; false when those are too many. */
  spend(steps: number): boolean {
    this.#steps -= steps;
    return this.#steps > 0;
  }
}

/** One character, or any run of characters. */
type Token = { readonly character: string } | 'run';

function tokensOf({ kind, text }: TagEntry): readonly Token[] {
  const tokens = [...text].map((character): Token => (character === '*' && kind === 'pattern' ? 'run' : { character }));
  return kind === 'prefix' ? [...tokens, 'run'] : tokens;
}

/** The positions before a token that can be reached without a character. */
function closure(tokens: readonly Token[], positions: Iterable<number>): number[] {
  const reached = new Set<number>();
  for (const position of positions) {
    let current = position;
    reached.add(current);
    while (tokens[current] === 'run') {
      current += 1;
      reached.add(current);
    }
  }
  return [...reached].sort((one, other) => one - other);
}

function step(tokens: readonly Token[], positions: readonly number[], character: string): number[] {
  const next = positions.flatMap((position) => {
    const token = tokens[position];
    if (token === 'run') return [position];
    return token?.character === character ? [position + 1] : [];
  });
  return closure(tokens, next);
}

/** Where two automata are after the same characters. */
interface Pair {
  readonly inner: readonly number[];
  readonly outer: readonly number[];
}

/**
 * Whether every tag that meets `inner` meets `outer`; null when that is too much to decide. Walks all tags at once,
 * letter by letter, one letter standing for all that neither entry writes.
 */
export function includes(outer: TagEntry, inner: TagEntry, budget = new InclusionBudget()): boolean | null {
  const [outerTokens, innerTokens] = [tokensOf(outer), tokensOf(inner)];
  const letters = lettersOf(outer, inner);
  let current: Pair[] = [{ inner: closure(innerTokens, [0]), outer: closure(outerTokens, [0]) }];
  const seen = new Set<string>();
  for (let length = 0; length < LONGEST_TAG && current.length > 0; length += 1) {
    const next: Pair[] = [];
    for (const pair of current) {
      for (const letter of length === 0 ? letters.first : letters.others) {
        if (!budget.spend(4 + 2 * (pair.inner.length + pair.outer.length))) return null;
        const reached = { inner: step(innerTokens, pair.inner, letter), outer: step(outerTokens, pair.outer, letter) };
        if (reached.inner.length === 0) continue;
        if (accepts(innerTokens, reached.inner) && !accepts(outerTokens, reached.outer)) return false;
        const key = `${reached.inner.join()} ${reached.outer.join()}`;
        if (seen.has(key)) continue;
        seen.add(key);
        next.push(reached);
      }
    }
    current = next;
  }
  return true;
}

/** True for two entries that differ before any asterisk, so that no tag meets both. */
export function beginDifferently({ text: one }: TagEntry, { text: other }: TagEntry): boolean {
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length && one[index] !== '*' && other[index] !== '*'; index += 1) {
    if (one[index] !== other[index]) return true;
  }
  return false;
}

function accepts(tokens: readonly Token[], positions: readonly number[]): boolean {
  return positions.includes(tokens.length);
}

/** The letters that tell tags apart: those that are written, and one for all the rest. */
function lettersOf(...entries: readonly TagEntry[]): { readonly first: string; readonly others: string } {
  const written = new Set(entries.flatMap(({ text }) => [...text]));
  const telling = (letters: string) => {
    const rest = [...letters].find((letter) => !written.has(letter)) ?? '';
    return [...letters].filter((letter) => written.has(letter)).join('') + rest;
  };
  return { first: telling(FIRST), others: telling(OTHERS) };
}

/** Whether any tag can meet an entry. */
export function canMatch(entry: TagEntry): boolean {
  const literal = entry.kind === 'pattern' ? entry.text.replaceAll('*', '') : entry.text;
  if (literal.length > LONGEST_TAG || [...literal].some((character) => !OTHERS.includes(character))) return false;
  const [start] = entry.text;
  if (start === undefined) return entry.kind === 'prefix';
  return start === '*' ? literal !== '' || entry.kind === 'pattern' : FIRST.includes(start);
}
