/** Sets of texts that patterns with `*` describe, or their complements. */
export interface WildcardSet {
  readonly patterns: readonly string[];
  readonly isNegated: boolean;
}

/** Beyond this number of states, the answer is "found". */
const MOST_STATES = 20_000;

/**
 * True when some text is in one set and not in another. Exact: it walks through all texts at once, character by
 * character, by the positions that each pattern may have reached.
 */
export function hasMore(one: WildcardSet, other: WildcardSet): boolean {
  const patterns = [...one.patterns, ...other.patterns];
  const letters = lettersOf(patterns);
  const start = patterns.map((pattern) => withStars(pattern, [0]));
  const seen = new Set<string>();
  const rest: (readonly (readonly number[])[])[] = [start];
  for (let state = rest.pop(); state !== undefined; state = rest.pop()) {
    // The start represents the empty text, which does not count; other texts may return to its positions.
    const identity = state.map((places) => places.join()).join(';');
    if (state !== start && (seen.has(identity) || !seen.add(identity))) continue;
    if (seen.size > MOST_STATES) return true;
    const matched = state.map((places, index) => places.includes(patterns[index]?.length ?? 0));
    const isIn = matched.slice(0, one.patterns.length).includes(true) !== one.isNegated;
    const isInOther = matched.slice(one.patterns.length).includes(true) !== other.isNegated;
    if (isIn && !isInOther && state !== start) return true;
    for (const letter of letters) rest.push(state.map((places, index) => step(patterns[index] ?? '', places, letter)));
  }
  return false;
}

/** The characters of the patterns, and one that represents all others. */
function lettersOf(patterns: readonly string[]): readonly string[] {
  const letters = new Set(patterns.join('').replaceAll('*', ''));
  const others = [...'abcdefghijklmnopqrstuvwxyz0123456789_-.'];
  const other = others.find((letter) => !letters.has(letter)) ?? '~';
  return [...letters, other];
}

function step(pattern: string, places: readonly number[], letter: string): readonly number[] {
  const next = new Set<number>();
  for (const place of places) {
    if (pattern[place] === '*') next.add(place);
    else if (pattern[place] === letter) next.add(place + 1);
  }
  return withStars(pattern, [...next]);
}

/** The positions, including those after a `*`, which may match nothing. */
function withStars(pattern: string, places: readonly number[]): readonly number[] {
  const found = new Set(places);
  for (const place of found) if (pattern[place] === '*') found.add(place + 1);
  return [...found].sort((one, other) => one - other);
}
