/**
 * Images that are pushed again and again. `*` in a tag stands for a number that is another one each time; a tag without
 * it moves on to the newest image.
 */
export interface PushStream {
  readonly perDay: number;
  readonly tags: readonly string[];
  readonly bytes: number | null;
}
