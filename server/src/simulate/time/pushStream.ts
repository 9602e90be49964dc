/**
 * Images that are pushed regularly. `*` in a tag is a different number each time; a tag without it moves to the newest
 * image.
 */
export interface PushStream {
  readonly perDay: number;
  readonly tags: readonly string[];
  readonly bytes: number | null;
}
