import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyNode } from '../../documentNodes.ts';

/** A key that an argument of a block sets. */
export interface GivenKey {
  readonly text: string;
  readonly node: PolicyNode;
}

/** What one block contributes to the object that all blocks of its name form. */
export interface MapEntry {
  /** The keys that lead to the value; null when one of them is unknown. */
  readonly path: readonly GivenKey[] | null;
  /** Null where the block has none. */
  readonly value: PolicyNode | null;
  readonly place: Place;
}
