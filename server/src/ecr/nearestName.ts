/** A longer word is never a typo of a name in this domain. */
const LENGTH_LIMIT = 64;

/**
 * Among more names than this, only one that differs in case, `_` and `-` is found; others would be similar by chance.
 */
const CANDIDATE_LIMIT = 500;

/** What was found for names among one list of candidates: facts are asked for the same names again and again. */
interface Known {
  readonly plain: readonly string[];
  readonly found: Map<string, string | undefined>;
}

const known = new WeakMap<readonly string[], Known>();

/** Beyond this number, what was found for other names is forgotten. */
const FOUND_LIMIT = 2000;

/**
 * The candidate that `written` most likely means, or undefined when none is similar or two are equally similar. Case,
 * `_` and `-` do not count (`count_unit` is `countUnit`); beyond that, about one typo in four characters is allowed.
 */
export function nearestName(written: string, candidates: readonly string[]): string | undefined {
  const { plain, found } = known.get(candidates) ?? prepare(candidates);
  if (found.has(written)) return found.get(written);
  if (found.size >= FOUND_LIMIT) found.clear();
  const nearest = nearestOf(simplify(written), candidates, plain);
  found.set(written, nearest);
  return nearest;
}

function prepare(candidates: readonly string[]): Known {
  const prepared = { plain: candidates.map(simplified), found: new Map<string, string | undefined>() };
  known.set(candidates, prepared);
  return prepared;
}

function nearestOf(
  written: string,
  candidates: readonly string[],
  plainCandidates: readonly string[],
): string | undefined {
  if (written === '' || written.length > LENGTH_LIMIT) return undefined;
  const same = candidates.filter((_, index) => plainCandidates[index] === written);
  if (same.length === 1) return same[0];
  if (candidates.length > CANDIDATE_LIMIT) return undefined;
  const limit = Math.floor((written.length + 1) / 4);
  const ranked = candidates
    .map((candidate, index) => ({
      candidate,
      distance: editDistance(written, plainCandidates[index] ?? '', limit),
    }))
    .sort((one, other) => one.distance - other.distance);
  const [first, second] = ranked;
  if (first === undefined || first.distance > Math.floor((Math.min(written.length, first.candidate.length) + 1) / 4))
    return undefined;
  return second !== undefined && second.distance === first.distance ? undefined : first.candidate;
}

/** Names without case, `_` and `-`: lists are often made anew from the same names. */
const simple = new Map<string, string>();

const SIMPLE_LIMIT = 5000;

function simplified(name: string): string {
  const found = simple.get(name) ?? simplify(name);
  if (simple.size >= SIMPLE_LIMIT) simple.clear();
  simple.set(name, found);
  return found;
}

function simplify(name: string): string {
  return name.toLowerCase().replaceAll('_', '').replaceAll('-', '').trim();
}

/** The last three rows of the table of distances; no word that is compared is longer. */
const ROWS = [0, 1, 2].map(() => new Uint8Array(2 * LENGTH_LIMIT));

/**
 * The number of insertions, deletions, replacements and swaps of neighbors between two words; infinite above the
 * limit. Only the cells near the diagonal can be within the limit, so no others are computed.
 */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return Number.POSITIVE_INFINITY;
  let [beforePrevious, previous, current] = ROWS;
  if (beforePrevious === undefined || previous === undefined || current === undefined) return Number.POSITIVE_INFINITY;
  const far = limit + 1;
  let leastBefore = 0;
  for (let column = 0; column <= to.length; column += 1) previous[column] = Math.min(column, far);
  for (let row = 1; row <= from.length; row += 1) {
    const [start, end] = [Math.max(1, row - limit), Math.min(to.length, row + limit)];
    const letter = from.charCodeAt(row - 1);
    const before = row > 1 ? from.charCodeAt(row - 2) : Number.NaN;
    let left = start === 1 ? Math.min(row, far) : far;
    let diagonal = previous[start - 1] ?? far;
    current[start - 1] = left;
    let least = left;
    for (let column = start; column <= end; column += 1) {
      const up = previous[column] ?? far;
      const other = to.charCodeAt(column - 1);
      let best = Math.min(far, up + 1, left + 1, letter === other ? diagonal : diagonal + 1);
      if (before === other && column > 1 && letter === to.charCodeAt(column - 2))
        best = Math.min(best, (beforePrevious[column - 2] ?? far) + 1);
      current[column] = best;
      diagonal = up;
      left = best;
      if (best < least) least = best;
    }
    current[end + 1] = far;
    // A swap may come from the row before the last.
    if (Math.min(least, leastBefore) >= far) return Number.POSITIVE_INFINITY;
    leastBefore = least;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  const distance = previous[to.length] ?? far;
  return distance > limit ? Number.POSITIVE_INFINITY : distance;
}
