import type { Place } from '../syntax/place.ts';
import { placeOf } from '../syntax/place.ts';
import type { BlockInFile } from './change.ts';

/** A block's type through its last label. */
export function headerOf({ source, block }: BlockInFile): Place {
  return placeOf(source, { start: block.type.start, end: block.labels.at(-1)?.end ?? block.type.end });
}
