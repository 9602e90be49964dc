import type { TagEntry, TagRequirement } from '../../../../server/src/ecr/documents/lifecycle/claims/requirement.ts';

/**
 * The tags that entries of tag lists match, as finite automata: the answer by another method than the product's. Source
 * of the grammar: OCI distribution specification, `[A-Za-z0-9_][A-Za-z0-9._-]{0,127}`.
 */

/** The length of the longest tag. */
const LONGEST_TAG = 128;

const FIRST = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_';
const OTHERS = `${FIRST}.-`;

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

/** The states of two automata after the same characters. */
interface Pair {
  readonly inner: readonly number[];
  readonly outer: readonly number[];
}

/**
 * Whether every tag that matches `inner` matches `outer`. Walks all tags at once, letter by letter; one letter
 * represents all that neither entry contains.
 */
function includes(outer: TagEntry, inner: TagEntry): boolean {
  const [outerTokens, innerTokens] = [tokensOf(outer), tokensOf(inner)];
  const letters = lettersOf(outer, inner);
  let current: Pair[] = [{ inner: closure(innerTokens, [0]), outer: closure(outerTokens, [0]) }];
  const seen = new Set<string>();
  for (let length = 0; length < LONGEST_TAG && current.length > 0; length += 1) {
    const next: Pair[] = [];
    for (const pair of current) {
      for (const letter of length === 0 ? letters.first : letters.others) {
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

function accepts(tokens: readonly Token[], positions: readonly number[]): boolean {
  return positions.includes(tokens.length);
}

/** The letters that distinguish tags: the written ones, and one for all others. */
function lettersOf(...entries: readonly TagEntry[]): { readonly first: string; readonly others: string } {
  const written = new Set(entries.flatMap(({ text }) => [...text]));
  const telling = (letters: string) => {
    const rest = [...letters].find((letter) => !written.has(letter)) ?? '';
    return [...letters].filter((letter) => written.has(letter)).join('') + rest;
  };
  return { first: telling(FIRST), others: telling(OTHERS) };
}

/** True when some tag matches an entry. */
export function isMetBySomeTag(entry: TagEntry): boolean {
  return !includes({ kind: 'pattern', text: '' }, entry);
}

/**
 * True when every image that matches `later` matches `earlier`. An image matches `later` with one tag for each entry,
 * chosen freely, and more tags only help: an entry of `earlier` certainly matches exactly when all tags of one entry of
 * `later` match it.
 */
export function claimsAllByAutomata(earlier: TagRequirement, later: TagRequirement): boolean {
  if (earlier.kind === 'any') return true;
  if (later.kind === 'any') return false;
  if (earlier.kind === 'untagged' || later.kind === 'untagged') return earlier.kind === later.kind;
  return earlier.entries.every((entry) => later.entries.some((inner) => includes(entry, inner)));
}
