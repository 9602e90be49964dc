/**
 * Finds words in bytes. Most bytes are never examined, because the two at which a word could end tell how far away the
 * next one can begin at the earliest. No word may be shorter than two bytes.
 */
export class WordSearch {
  readonly #words: readonly Uint8Array[];
  readonly #shortest: number;
  /** By the last two bytes of a window as long as the shortest word: how far it can move on. */
  readonly #shifts: Uint8Array;
  /** Words whose first bytes end in these two, for the windows that do not move on. */
  readonly #candidates = new Map<number, number[]>();

  constructor(words: readonly string[]) {
    this.#words = words.map(bytesOf);
    this.#shortest = this.#words.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY);
    this.#shifts = new Uint8Array(0x10000).fill(this.#shortest - 1);
    for (const [index, word] of this.#words.entries()) this.#learn(word, index);
  }

  /** Passes each place where a word begins, in order, until the listener returns true. */
  find(bytes: Uint8Array, listener: (word: number, start: number) => boolean): void {
    const shifts = this.#shifts;
    const last = this.#shortest - 1;
    const { length } = bytes;
    for (let end = last; end < length; ) {
      const key = ((bytes[end - 1] ?? 0) << 8) | (bytes[end] ?? 0);
      const shift = shifts[key] ?? 1;
      if (shift > 0) end += shift;
      else {
        if (this.#compare(bytes, end - last, this.#candidates.get(key) ?? [], listener)) return;
        end += 1;
      }
    }
  }

  #compare(
    bytes: Uint8Array,
    start: number,
    candidates: readonly number[],
    listener: (word: number, start: number) => boolean,
  ): boolean {
    for (const index of candidates) {
      if (isAt(bytes, start, this.#words[index]) && listener(index, start)) return true;
    }
    return false;
  }

  #learn(word: Uint8Array, index: number): void {
    const last = this.#shortest - 1;
    for (let end = 1; end <= last; end += 1) {
      const key = ((word[end - 1] ?? 0) << 8) | (word[end] ?? 0);
      this.#shifts[key] = Math.min(this.#shifts[key] ?? last, last - end);
      if (end === last) this.#candidates.set(key, [...(this.#candidates.get(key) ?? []), index]);
    }
  }
}

function isAt(bytes: Uint8Array, start: number, word: Uint8Array | undefined): boolean {
  if (word === undefined) return false;
  for (let offset = 0; offset < word.length; offset += 1) {
    if (bytes[start + offset] !== word[offset]) return false;
  }
  return true;
}

/** The bytes of plain characters. */
function bytesOf(word: string): Uint8Array {
  return Uint8Array.from(word, (character) => character.charCodeAt(0));
}
