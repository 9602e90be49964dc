import type { Place } from '../syntax/tree/place.ts';
import type { KeepPromise } from './decision/promise.ts';

/** What a folder's settings say must stay in some repositories. */
export interface Guarantee {
  /** Its place in the list `keep`, from 0. */
  readonly index: number;
  /** The pattern that the names of its repositories match. */
  readonly repositories: string;
  /** The patterns, one of which an image's tag must match. */
  readonly tags: readonly string[];
  readonly promise: KeepPromise;
  /** Why, in the author's words; null where the settings do not say. */
  readonly reason: string | null;
  /** The brace that it begins with. */
  readonly place: Place;
  /** The pattern of the repositories; the brace where none is written. */
  readonly repositoriesPlace: Place;
}
