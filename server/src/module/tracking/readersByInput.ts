import type { Input, Reads } from './inputs.ts';
import { noteAt } from './inputs.ts';

interface Reader {
  readonly reads: Reads;
}

/** What has read each input. In lists side by side, because all versions are compared after each edit. */
export class ReadersByInput<One extends Reader> {
  readonly #inputs: Input[] = [];
  readonly #versions: number[] = [];
  readonly #readers: One[][] = [];
  /** The inputs that had changed at the last question, by their numbers, with their versions then. */
  #changed = new Map<number, number>();

  constructor(readers: readonly One[]) {
    const numbers = new Map<Input, number>();
    for (const reader of readers) this.#add(reader, numbers);
  }

  /**
   * Those that have read an input which may have changed since; null when there are none. Notes all inputs for the answer
   * in the making.
   */
  readersOfChanged(): ReadonlySet<One> | null {
    let stale: Set<One> | null = null;
    let number = 0;
    for (const input of this.#inputs) {
      const { version } = input;
      noteAt(input, version);
      if (version !== this.#versions[number]) {
        if (stale === null) this.#changed = new Map();
        stale ??= new Set();
        this.#changed.set(number, version);
        for (const reader of this.#readers[number] ?? []) stale.add(reader);
      }
      number += 1;
    }
    return stale;
  }

  /** Notes that those readers have read the same inputs again since. */
  settle(): void {
    for (const [number, version] of this.#changed) this.#versions[number] = version;
  }

  #add(reader: One, numbers: Map<Input, number>): void {
    const { inputs, versions } = reader.reads;
    for (const [index, input] of inputs.entries()) {
      const version = versions[index] ?? Number.NaN;
      const number = numbers.get(input) ?? this.#inputs.length;
      if (number === this.#inputs.length) {
        numbers.set(input, number);
        this.#inputs.push(input);
        this.#versions.push(version);
        this.#readers.push([reader]);
        continue;
      }
      this.#readers[number]?.push(reader);
      // It changed between two questions: both are asked again.
      if (this.#versions[number] !== version) this.#versions[number] = Number.NaN;
    }
  }
}
