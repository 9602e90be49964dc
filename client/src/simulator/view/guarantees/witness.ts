import type { ShownGuarantee } from '../../../../../server/src/guarantees/shown.ts';
import type { Image } from '../../../../../server/src/simulate/input/image.ts';

/** The images of a witness as if its run were at another moment, in milliseconds since 1970. */
export function movedTo(
  { images, now: then }: Pick<NonNullable<ShownGuarantee['witness']>, 'images' | 'now'>,
  now: number,
): readonly Image[] {
  const moved = (time: number | null) => (time === null ? null : time - then + now);
  return images.map((image) => ({
    ...image,
    pushedAt: moved(image.pushedAt),
    pulledAt: moved(image.pulledAt),
    archivedAt: moved(image.archivedAt),
    activatedAt: moved(image.activatedAt),
  }));
}
