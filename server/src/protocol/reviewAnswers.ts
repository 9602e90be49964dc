import type { TextLocation } from './textPositions.ts';

/** A chunk of a plan's JSON, and the plan's name. */
export interface PlanPiece {
  /** The same for all chunks of one plan. */
  readonly id: number;
  readonly text: string;
  readonly isLast: boolean;
  /** Its name for the user. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A file whose settings apply, known or not: the plan itself when it is in a folder of the workspace. */
  readonly uri?: string;
  /** With the last chunk: the output of `aws ecr describe-images`. */
  readonly images?: readonly string[];
}

/** The answer to a chunk: more are expected, or the review is ready, or the text is not a plan. */
export type ReviewAnswer =
  | { readonly kind: 'more' }
  | {
      readonly kind: 'review';
      /** The body of a page; its links have the numbers of findings. */
      readonly page: string;
      /** The block of each finding; null when unknown. */
      readonly places: readonly (TextLocation | null)[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** True for a chunk from a client. */
export function isPlanPiece(value: unknown): value is PlanPiece {
  if (typeof value !== 'object' || value === null || !('id' in value && 'text' in value && 'isLast' in value))
    return false;
  const isNamed = 'name' in value && typeof value.name === 'string' && 'now' in value && typeof value.now === 'number';
  const isPlaced = !('uri' in value) || typeof value.uri === 'string';
  const areImages =
    !('images' in value) ||
    (Array.isArray(value.images) && value.images.every((text: unknown) => typeof text === 'string'));
  return (
    isPlaced &&
    areImages &&
    isNamed &&
    typeof value.id === 'number' &&
    typeof value.text === 'string' &&
    typeof value.isLast === 'boolean'
  );
}
