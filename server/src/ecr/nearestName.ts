/** A longer word is never a typo of a name in this domain. */
const LENGTH_LIMIT = 64;

/**
 * Among more names than this, only one that differs in case, `_` and `-` is found; others would be similar by chance.
 */
const CANDIDATE_LIMIT = 500;

/**
 * The candidate that `written` most likely means, or undefined when none is similar or two are equally similar. Case,
 * `_` and `-` do not count (`count_unit` is `countUnit`); beyond that, about one typo in four characters is allowed.
 */
export function nearestName(written: string, candidates: readonly string[]): string | undefined {
  const plain = simplify(written);
  if (plain === '' || plain.length > LENGTH_LIMIT) return undefined;
  const same = candidates.filter((candidate) => simplify(candidate) === plain);
  if (same.length === 1) return same[0];
  if (candidates.length > CANDIDATE_LIMIT) return undefined;
  const limit = Math.floor((plain.length + 1) / 4);
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(plain, simplify(candidate), limit) }))
    .sort((one, other) => one.distance - other.distance);
  const [first, second] = ranked;
  if (first === undefined || first.distance > Math.floor((Math.min(plain.length, first.candidate.length) + 1) / 4))
    return undefined;
  return second !== undefined && second.distance === first.distance ? undefined : first.candidate;
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll('_', '').replaceAll('-', '').trim();
}

/**
 * The number of insertions, deletions, replacements and swaps of neighbors between two words; infinite above the
 * limit.
 */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return Number.POSITIVE_INFINITY;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= to.length; column += 1) {
      const cost = from[row - 1] === to[column - 1] ? 0 : 1;
      const [up = 0, diagonal = 0, left = 0] = [previous[column], previous[column - 1], current[column - 1]];
      let best = Math.min(up + 1, left + 1, diagonal + cost);
      const isSwap = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (row > 1 && column > 1 && isSwap) best = Math.min(best, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(best);
      least = Math.min(least, best);
    }
    // A swap may come from the row before the last.
    if (least > limit + 1) return Number.POSITIVE_INFINITY;
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}
