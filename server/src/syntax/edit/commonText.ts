/** Compared at once: long enough to be as fast as memory, short enough to go through by hand where they differ. */
const CHUNK = 4096;

/** How many characters the two texts have in common at their beginning. */
export function commonPrefix(one: string, other: string): number {
  const limit = Math.min(one.length, other.length);
  let length = 0;
  while (length + CHUNK <= limit && one.slice(length, length + CHUNK) === other.slice(length, length + CHUNK)) {
    length += CHUNK;
  }
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1;
  return length;
}

/** How many characters, at most `limit`, the two texts have in common at their end. */
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
