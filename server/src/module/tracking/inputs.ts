/** Something that answers are made of, such as the blocks at an address. */
export interface Input {
  /** Differs from the earlier one whenever the input may have changed. */
  readonly version: number;
}

/** The inputs that were read for an answer, with their versions then. */
export class Reads {
  readonly inputs: Input[] = [];
  readonly versions: number[] = [];

  add(input: Input, version: number): void {
    // Several values of one thing are often read one after the other.
    if (this.inputs.at(-1) === input && this.versions.at(-1) === version) return;
    this.inputs.push(input);
    this.versions.push(version);
  }

  /** The same without repetitions. */
  onceEach(): Reads {
    if (this.inputs.length < 2) return this;
    const once = new Reads();
    const known = new Map<Input, number>();
    for (const [index, input] of this.inputs.entries()) {
      const version = this.versions[index] ?? Number.NaN;
      if (known.get(input) === version) continue;
      known.set(input, version);
      once.add(input, version);
    }
    return once;
  }

  /** True when the same inputs were read, in any versions. */
  areOfSame({ inputs }: Reads): boolean {
    return this.inputs.length === inputs.length && this.inputs.every((input, index) => input === inputs[index]);
  }

  /** True while no input has changed: the same answer would be made again. */
  areCurrent(): boolean {
    for (let index = 0; index < this.inputs.length; index += 1) {
      if (this.inputs[index]?.version !== this.versions[index]) return false;
    }
    return true;
  }

  /** Notes them for the answer that is being made. */
  noteAll(): void {
    if (noting === null) return;
    for (const [index, input] of this.inputs.entries()) noting.add(input, this.versions[index] ?? Number.NaN);
  }
}

/** What the innermost answer in the making has read so far; null while nobody is interested. */
let noting: Reads | null = null;

/** Notes that the answer in the making depends on an input. */
export function note(input: Input): void {
  noting?.add(input, input.version);
}

/** The same where its version is known. */
export function noteAt(input: Input, version: number): void {
  noting?.add(input, version);
}

/** An answer with the inputs that were read for it. An answer around it depends on them too. */
export function withReads<T>(answer: () => T): { readonly answer: T; readonly reads: Reads } {
  const reads = new Reads();
  try {
    return { answer: notedIn(reads, answer), reads };
  } finally {
    reads.noteAll();
  }
}

/** The same when the answer around it depends on something else instead, which stands for these inputs. */
export function withOwnReads<T>(answer: () => T): { readonly answer: T; readonly reads: Reads } {
  const reads = new Reads();
  const result = notedIn(reads, answer);
  return { answer: result, reads: reads.onceEach() };
}

/** An answer on which the one around it does not depend. */
export function unnoted<T>(answer: () => T): T {
  return notedIn(null, answer);
}

/** Until `noteAgain` is called with the result, nothing is noted. */
export function stopNoting(): Reads | null {
  const stopped = noting;
  noting = null;
  return stopped;
}

/** Ends what `stopNoting` began. */
export function noteAgain(stopped: Reads | null): void {
  noting = stopped;
}

function notedIn<T>(reads: Reads | null, answer: () => T): T {
  const outer = noting;
  noting = reads;
  try {
    return answer();
  } finally {
    noting = outer;
  }
}

/** Beyond this number, inputs that nobody may read any more are forgotten. */
const INPUTS_LIMIT = 50_000;

/** The inputs of one owner by their names, as far as they were read. */
export class NamedInputs {
  readonly #settle: () => void;
  #inputs = new Map<string, NamedInput>();

  /** `settle` brings the owner up to date, so that changes are known. */
  constructor(settle: () => void = () => undefined) {
    this.#settle = settle;
  }

  /** Notes that the answer in the making depends on what has this name, after the name of its kind. */
  note(kind: string, own = ''): void {
    if (noting === null) return;
    const name = kind + own;
    const known = this.#inputs.get(name) ?? this.#make(name);
    noting.add(known, known.version);
  }

  /** What has this name may have changed. */
  change(name: string): void {
    this.#inputs.get(name)?.change();
  }

  /** All of them may have changed. */
  changeAll(): void {
    for (const input of this.#inputs.values()) input.change();
  }

  #make(name: string): NamedInput {
    if (this.#inputs.size >= INPUTS_LIMIT) {
      for (const input of this.#inputs.values()) input.end();
      this.#inputs = new Map();
    }
    const input = new NamedInput(this.#settle);
    this.#inputs.set(name, input);
    return input;
  }
}

/** An input whose versions somebody else counts. */
export class CountedInput implements Input {
  readonly #count: () => number;

  constructor(count: () => number) {
    this.#count = count;
  }

  get version(): number {
    return this.#count();
  }
}

class NamedInput implements Input {
  readonly #settle: () => void;
  #version = 0;

  constructor(settle: () => void) {
    this.#settle = settle;
  }

  get version(): number {
    this.#settle();
    return this.#version;
  }

  change(): void {
    this.#version += 1;
  }

  /** Makes everyone ask again: nobody tells this input about changes any more. */
  end(): void {
    this.#version = Number.NaN;
  }
}
