import { keptImages } from '../../../../../server/src/guarantees/decision/keptImages.ts';
import type { ShownGuarantee } from '../../../../../server/src/guarantees/shown.ts';
import type { Image } from '../../../../../server/src/simulate/input/image.ts';

/** Beyond this number, guarantees have no band, because the lanes have no room. */
const MOST_BANDS = 4;

/** An image in its lane. */
interface PlacedImage {
  readonly lane: number;
  readonly outcome: { readonly image: Image };
}

/** The images of one lane that a guarantee keeps now. */
export interface Band {
  readonly lane: number;
  /** The index of the guarantee among the shown ones. */
  readonly guarantee: number;
  /** True when the policy may break it. */
  readonly isBroken: boolean;
  /** Indices of the marks; at least one. */
  readonly marks: readonly number[];
}

/** The bands of guarantees over the lanes. `now` is in milliseconds since 1970. */
export function bandsOf(
  marks: readonly PlacedImage[],
  guarantees: readonly ShownGuarantee[],
  now: number,
): readonly Band[] {
  const images = marks.map(({ outcome }) => outcome.image);
  return guarantees.slice(0, MOST_BANDS).flatMap(({ promise, holds }, guarantee) => {
    const kept = keptImages(promise, images, now);
    const byLane = new Map<number, number[]>();
    for (const [place, { lane, outcome }] of marks.entries()) {
      if (!kept.has(outcome.image)) continue;
      const own = byLane.get(lane);
      if (own === undefined) byLane.set(lane, [place]);
      else own.push(place);
    }
    return [...byLane].map(([lane, own]) => ({ lane, guarantee, isBroken: holds === false, marks: own }));
  });
}
