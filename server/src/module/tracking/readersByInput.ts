import type { Input, Reads } from './inputs.ts';
import { noteAt } from './inputs.ts';

interface Readers<Reader> {
  readonly input: Input;
  version: number;
  /** The version at the last question about changes. */
  seen: number;
  readonly readers: Reader[];
}

interface Reader {
  readonly reads: Reads;
}

/** What has read each input. */
export class ReadersByInput<One extends Reader> {
  readonly #inputs: readonly Readers<One>[];

  constructor(readers: readonly One[]) {
    const found = new Map<Input, Readers<One>>();
    for (const reader of readers) addReader(found, reader);
    this.#inputs = [...found.values()];
  }

  /**
   * Those that have read an input which may have changed since; null when there are none. Notes all inputs for the answer
   * in the making.
   */
  readersOfChanged(): ReadonlySet<One> | null {
    let stale: Set<One> | null = null;
    for (const each of this.#inputs) {
      each.seen = each.input.version;
      noteAt(each.input, each.seen);
      if (each.seen === each.version) continue;
      stale ??= new Set();
      for (const reader of each.readers) stale.add(reader);
    }
    return stale;
  }

  /** Notes that those readers have read the same inputs again since. */
  settle(): void {
    for (const each of this.#inputs) each.version = each.seen;
  }
}

function addReader<One extends Reader>(found: Map<Input, Readers<One>>, reader: One): void {
  const { inputs, versions } = reader.reads;
  for (const [index, input] of inputs.entries()) {
    const version = versions[index] ?? Number.NaN;
    const known = found.get(input);
    if (known === undefined) {
      found.set(input, { input, version, seen: version, readers: [reader] });
      continue;
    }
    known.readers.push(reader);
    // It changed between two questions: both are asked again.
    if (known.version !== version) known.version = Number.NaN;
  }
}
