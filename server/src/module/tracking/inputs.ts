/** Something that answers are made of, such as the blocks at an address. */
export interface Input {
  /** Differs from the earlier one whenever the input may have changed. */
  readonly version: number;
}

/** The inputs that were read for an answer, with their versions then. */
export class Reads {
  readonly inputs: readonly Input[];
  readonly versions: readonly number[];

  constructor(inputs: readonly Input[], versions: readonly number[]) {
    this.inputs = inputs;
    this.versions = versions;
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
}

/** What all answers in the making have read so far, the outer ones first. */
const inputsRead: Input[] = [];
const versionsRead: number[] = [];
/** Where the reads of the innermost answer begin. */
let start = 0;
/** False while nobody is interested. */
let isNoting = false;

/** Notes that the answer in the making depends on an input. */
export function note(input: Input): void {
  if (isNoting) noteAt(input, input.version);
}

/** The same where its version is known. */
export function noteAt(input: Input, version: number): void {
  if (!isNoting) return;
  const last = inputsRead.length - 1;
  // Several values of one thing are often read one after the other.
  if (last >= start && inputsRead[last] === input && versionsRead[last] === version) return;
  inputsRead.push(input);
  versionsRead.push(version);
}

/** An answer with the inputs that were read for it. An answer around it depends on them too. */
export function withReads<T>(answer: () => T): { readonly answer: T; readonly reads: Reads } {
  return noteFor(answer, isNoting, () => new Reads(inputsRead.slice(start), versionsRead.slice(start)));
}

/** The same when the answer around it depends on something else instead, which stands for these inputs. */
export function withOwnReads<T>(answer: () => T): { readonly answer: T; readonly reads: Reads } {
  return noteFor(answer, false, readsOnce);
}

/** With `keeps`, what is read counts for the answer around as well. */
function noteFor<T>(
  answer: () => T,
  keeps: boolean,
  reads: () => Reads,
): { readonly answer: T; readonly reads: Reads } {
  const [outerStart, wasNoting] = [start, isNoting];
  start = inputsRead.length;
  isNoting = true;
  try {
    return { answer: answer(), reads: reads() };
  } finally {
    if (!keeps) {
      inputsRead.length = start;
      versionsRead.length = start;
    }
    start = outerStart;
    isNoting = wasNoting;
  }
}

/** What the innermost answer has read, without repetitions. */
function readsOnce(): Reads {
  const known = new Map<Input, number>();
  const [inputs, versions]: [Input[], number[]] = [[], []];
  for (let index = start; index < inputsRead.length; index += 1) {
    const [input, version] = [inputsRead[index], versionsRead[index]];
    if (input === undefined || version === undefined || known.get(input) === version) continue;
    known.set(input, version);
    inputs.push(input);
    versions.push(version);
  }
  return new Reads(inputs.slice(), versions.slice());
}

/** An answer on which the one around it does not depend. */
export function unnoted<T>(answer: () => T): T {
  const wasNoting = stopNoting();
  try {
    return answer();
  } finally {
    noteAgain(wasNoting);
  }
}

/** Until `noteAgain` is called with the result, nothing is noted. */
export function stopNoting(): boolean {
  const wasNoting = isNoting;
  isNoting = false;
  return wasNoting;
}

/** Ends what `stopNoting` began. */
export function noteAgain(wasNoting: boolean): void {
  isNoting = wasNoting;
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
    if (!isNoting) return;
    const name = kind + own;
    note(this.#inputs.get(name) ?? this.#make(name));
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
