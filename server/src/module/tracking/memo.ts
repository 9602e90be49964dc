import type { Input, Reads } from './inputs.ts';
import { unnoted, withOwnReads } from './inputs.ts';
import { withEarlierParts } from './sameAnswer.ts';

/** What answers are about: a module, with what is around it. */
interface Versioned {
  readonly version: number;
  readonly environment: { readonly version: number };
}

/**
 * An answer about a module, which is computed again once something that was read for it has changed. It is an
 * input of other answers, and changes when it says something else.
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

  get answer(): T {
    return this.#current();
  }

  get version(): number {
    this.#current();
    return this.#version;
  }

  #current(): T {
    const known = this.#made;
    if (known === null) return this.#computeAgain();
    const { version, environment } = unnotedVersions(this.module);
    if (version === this.#own && environment === this.#around) return known.answer;
    if (!unnoted(() => known.reads.areCurrent())) return this.#computeAgain();
    this.#settle();
    return known.answer;
  }

  #computeAgain(): T {
    const { answer: found, reads } = withOwnReads(() => this.#compute(this.module));
    const answer = withEarlierParts(this.#made?.answer, found);
    if (answer !== this.#made?.answer) this.#version += 1;
    this.#made = { answer, reads };
    this.#settle();
    return answer;
  }

  #settle(): void {
    const { version, environment } = unnotedVersions(this.module);
    this.#own = version;
    this.#around = environment;
  }
}

function unnotedVersions(module: Versioned): { readonly version: number; readonly environment: number } {
  return unnoted(() => ({ version: module.version, environment: module.environment.version }));
}
