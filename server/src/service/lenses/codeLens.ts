import type { Place } from '../../syntax/tree/place.ts';

/** A line of text above a block, and its command. */
export interface CodeLens {
  /** Offset of the block in its file, UTF-16. */
  readonly offset: number;
  readonly title: string;
  readonly leads: LensTarget;
}

/**
 * The effect of a lens: simulates or explains the block's policy, goes to a place, or offers policies for a repository.
 */
export type LensTarget =
  | { readonly kind: 'simulation' }
  | { readonly kind: 'explanation' }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'new-policy' };
