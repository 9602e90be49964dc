import type { Place } from '../syntax/tree/place.ts';
import type { KeepPromise } from './decision/promise.ts';

/** What a folder's settings require to stay in some repositories. */
export interface Guarantee {
  /** Its place in the list `keep`, from 0. */
  readonly index: number;
  /** The pattern that the names of its repositories match. */
  readonly repositories: string;
  /** The patterns, one of which an image's tag must match. */
  readonly tags: readonly string[];
  readonly promise: KeepPromise;
  /** The author's reason; null when the settings give none. */
  readonly reason: string | null;
  /** The brace that it begins with. */
  readonly place: Place;
  /** The pattern of the repositories; the brace when it is missing. */
  readonly repositoriesPlace: Place;
}
