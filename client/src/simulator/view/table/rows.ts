import type { Verdict } from '../../../../../server/src/simulate/run/outcome.ts';
import { clockOf } from '../../../../../server/src/simulate/time/clock.ts';
import type { Mark } from '../picture/scene.ts';

/** The columns of the table that it can be sorted by. */
export type Column = 'verdict' | 'when' | 'age' | 'size' | 'image' | 'rule';

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** The filters of the table. */
export interface Filter {
  /** Words that must each occur in a tag, the digest or the verdict, in any letter case. */
  readonly search: string;
  readonly onlyChanges: boolean;
  /** A lane's index, or null for all. */
  readonly lane: number | null;
}

const WEIGHT: Readonly<Record<Verdict, number>> = { expire: 0, archive: 1, unknown: 2, keep: 3 };

/** The indices of the marks that the table shows, in its order; equal ones stay in the order of the input. */
export function rowsOf(marks: readonly Mark[], filter: Filter, { column, descending }: Order): number[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const rows: number[] = [];
  for (const [place, mark] of marks.entries()) if (isShown(mark, filter, words)) rows.push(place);
  const keys = marks.map((mark) => keyOf(mark, column));
  const sign = descending ? -1 : 1;
  return rows.sort((one, other) => {
    const [first, second] = [keys[one] ?? null, keys[other] ?? null];
    // Unknown values come last in either direction.
    if (first === null || second === null) return first === second ? one - other : first === null ? 1 : -1;
    return first === second ? one - other : sign * (first < second ? -1 : 1);
  });
}

function isShown({ outcome, lane, before }: Mark, filter: Filter, words: readonly string[]): boolean {
  if (filter.lane !== null && filter.lane !== lane) return false;
  if (filter.onlyChanges && before === null) return false;
  if (words.length === 0) return true;
  const text = [outcome.verdict, outcome.image.digest, ...outcome.image.tags].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function keyOf({ outcome, lane, events }: Mark, column: Column): number | string | null {
  switch (column) {
    case 'verdict':
      return WEIGHT[outcome.verdict];
    case 'when':
      return events[0]?.day ?? null;
    case 'age': {
      const pushed = clockOf(outcome.image, 'imageCountMoreThan');
      return pushed === null ? null : -pushed;
    }
    case 'size':
      return outcome.image.bytes;
    case 'image':
      return outcome.image.tags[0] ?? outcome.image.digest;
    case 'rule':
      return lane;
  }
}
