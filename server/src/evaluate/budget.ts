/** More evaluated expressions than this for one question are not followed; real policies need some thousand. */
const STEP_LIMIT = 100_000;

/** More parts of values than this are not walked for one question. */
const WORK_LIMIT = 1 << 20;

/** More calls of modules than this are not followed for one question. */
const CALL_LIMIT = 1000;

/** What one question may cost, in all the modules that it leads to. What it leads to beyond that is unknown. */
export class Budget {
  #steps = STEP_LIMIT;
  #work = WORK_LIMIT;
  #calls = CALL_LIMIT;

  /** Takes one step; false when none is left. */
  step(): boolean {
    if (this.#steps <= 0 || this.#work <= 0) return false;
    this.#steps -= 1;
    return true;
  }

  /** Counts parts of values that are to be walked, or pairs of them; false when that is too much. */
  spend(parts: number): boolean {
    this.#work -= parts;
    return this.#work > 0;
  }

  /** The parts of values that were walked so far. */
  get spent(): number {
    return WORK_LIMIT - this.#work;
  }

  /** Counts a module that is looked at through a call; false when those are too many. */
  call(): boolean {
    this.#calls -= 1;
    return this.#calls >= 0;
  }
}
