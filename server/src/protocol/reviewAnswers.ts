import type { TextLocation } from './textPositions.ts';

/** A stretch of a plan's JSON, which a client hands over piece by piece, and how the plan is called. */
export interface PlanPiece {
  /** The same for all pieces of one plan. */
  readonly id: number;
  readonly text: string;
  readonly isLast: boolean;
  /** As it is named to the user. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A file whose settings count, known or not: the plan itself where a folder of the workspace holds it. */
  readonly uri?: string;
  /** With the last piece: what `aws ecr describe-images` printed. */
  readonly images?: readonly string[];
}

/** What becomes of a piece: more are wanted, or the review is there, or the text is no plan. */
export type ReviewAnswer =
  | { readonly kind: 'more' }
  | {
      readonly kind: 'review';
      /** What stands in the body of a page; its links have the numbers of findings. */
      readonly page: string;
      /** Where the block of each finding is written; null when that is unknown. */
      readonly places: readonly (TextLocation | null)[];
    }
  | { readonly kind: 'refused'; readonly reason: string };

/** True for a piece that a client hands over. */
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
