import type { BlockInFile } from '../syntax/edit/sourceEdit.ts';
import type { Place } from '../syntax/tree/place.ts';
import { placeOf } from '../syntax/tree/place.ts';

/** A block's type through its last label. */
export function headerOf({ source, block }: BlockInFile): Place {
  return placeOf(source, { start: block.type.start, end: block.labels.at(-1)?.end ?? block.type.end });
}
