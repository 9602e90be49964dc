import type { Input, Reads } from './inputs.ts';
import { noteAgain, noteAt, stopNoting, withOwnReads } from './inputs.ts';
import { withEarlierParts } from './sameAnswer.ts';

/** What answers are about: a module, with what is around it. */
interface Versioned {
  readonly version: number;
  readonly environment: { readonly version: number };
}

/**
 * An answer about a module, which is computed again once something that was read for it has changed. It is an input of
 * other answers, and changes when it says something else.
 */
export class Memo<T, Of extends Versioned> implements Input {
  readonly module: Of;
  readonly #compute: (module: Of) => T;
  #made: { readonly answer: T; readonly reads: Reads } | null = null;
  #version = 0;
  /** The versions of the module and of everything around it up to which the answer is known to be current. */
  #own = Number.NaN;
  #around = Number.NaN;

  constructor(module: Of, compute: (module: Of) => T) {
    this.module = module;
    this.#compute = compute;
  }

  /** The answer, on which the one in the making depends. */
  read(): T {
    const answer = this.#current();
    noteAt(this, this.#version);
    return answer;
  }

  get version(): number {
    this.#current();
    return this.#version;
  }

  #current(): T {
    const known = this.#made;
    if (known !== null && this.#isCurrent(known.reads)) return known.answer;
    const { answer: found, reads } = withOwnReads(() => this.#compute(this.module));
    const answer = withEarlierParts(known?.answer, found);
    if (answer !== known?.answer) this.#version += 1;
    this.#made = { answer, reads };
    const stopped = stopNoting();
    this.#settle();
    noteAgain(stopped);
    return answer;
  }

  #isCurrent(reads: Reads): boolean {
    const stopped = stopNoting();
    try {
      const { version, environment } = this.module;
      if (version === this.#own && environment.version === this.#around) return true;
      if (!reads.areCurrent()) return false;
      this.#settle();
      return true;
    } finally {
      noteAgain(stopped);
    }
  }

  #settle(): void {
    this.#own = this.module.version;
    this.#around = this.module.environment.version;
  }
}
