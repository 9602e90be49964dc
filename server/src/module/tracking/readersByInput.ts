import type { Input, Reads } from './inputs.ts';
import { noteAt } from './inputs.ts';

interface Readers<Reader> {
  readonly input: Input;
  version: number;
  readonly readers: Reader[];
}

const NOBODY: ReadonlySet<never> = new Set();

/** What has read each input. */
export class ReadersByInput<Reader extends { readonly reads: Reads }> {
  readonly #inputs: readonly Readers<Reader>[];

  constructor(readers: readonly Reader[]) {
    const found = new Map<Input, Readers<Reader>>();
    for (const reader of readers) addReader(found, reader);
    this.#inputs = [...found.values()];
  }

  /** Those that have read an input which may have changed since. Notes all inputs for the answer in the making. */
  readersOfChanged(): ReadonlySet<Reader> {
    let stale: Set<Reader> | null = null;
    for (const { input, version, readers } of this.#inputs) {
      const now = input.version;
      noteAt(input, now);
      if (now === version) continue;
      stale ??= new Set();
      for (const reader of readers) stale.add(reader);
    }
    return stale ?? NOBODY;
  }
}

function addReader<Reader extends { readonly reads: Reads }>(found: Map<Input, Readers<Reader>>, reader: Reader): void {
  const { inputs, versions } = reader.reads;
  for (const [index, input] of inputs.entries()) {
    const version = versions[index] ?? Number.NaN;
    const known = found.get(input);
    if (known === undefined) {
      found.set(input, { input, version, readers: [reader] });
      continue;
    }
    known.readers.push(reader);
    // It changed between two questions: both are asked again.
    if (known.version !== version) known.version = Number.NaN;
  }
}
