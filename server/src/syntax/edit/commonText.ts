/** The size of a comparison step: long enough for the speed of memory, short enough to search where they differ. */
const CHUNK = 4096;

/** The length of the common beginning of two texts, in characters. */
export function commonPrefix(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let length = 0;
  while (length + CHUNK <= limit && one.slice(length, length + CHUNK) === other.slice(length, length + CHUNK)) {
    length += CHUNK;
  }
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** The length of the common end of two texts, in characters, up to `limit`. */
export function commonSuffix(one: string, other: string, limit: number): number {
  let length = 0;
  const sameChunk = () => {
    const [from, to] = [one.length - length, other.length - length];
    return one.slice(from - CHUNK, from) === other.slice(to - CHUNK, to);
  };
  while (length + CHUNK <= limit && sameChunk()) length += CHUNK;
  while (length < limit && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) {
    length += 1;
  }
  return length;
}
