import type { Meter } from './meter.ts';

/** More evaluated expressions than this for one question are not followed; real policies need some thousand. */
const STEP_LIMIT = 100_000;

/** More parts of values than this are not walked for one question. */
const WORK_LIMIT = 1 << 20;

/** More calls of modules than this are not followed for one question. */
const CALL_LIMIT = 1000;

/** So many parts of values are walked in one step. */
const PARTS_PER_STEP = 4;

/** What a call of a module costs, in steps. */
const CALL_STEPS = 20;

/** The price of one turn of a `dynamic` block: this many parts are made of what the turn writes. */
export const TURN_WORK = 250;

/** What a part of a question cost. */
export interface Cost {
  readonly steps: number;
  /** Parts of values that were walked. */
  readonly work: number;
  readonly calls: number;
  /** What it took from the meter of the module. */
  readonly metered: number;
}

export const NO_COST: Cost = { steps: 0, work: 0, calls: 0, metered: 0 };

/** Two costs in one. */
export function plus(one: Cost, other: Cost): Cost {
  return {
    steps: one.steps + other.steps,
    work: one.work + other.work,
    calls: one.calls + other.calls,
    metered: one.metered + other.metered,
  };
}

/** A cost without a part of it. */
export function minus(whole: Cost, part: Cost): Cost {
  return {
    steps: whole.steps - part.steps,
    work: whole.work - part.work,
    calls: whole.calls - part.calls,
    metered: whole.metered - part.metered,
  };
}

/**
 * What one question may cost, in all modules that it reaches, out of what is left for all questions about its module.
 * Beyond that, values are unknown.
 */
export class Budget {
  readonly meter: Meter;
  #steps = STEP_LIMIT;
  #work = WORK_LIMIT;
  #calls = CALL_LIMIT;
  #isCut = false;
  #ties = 0;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /** Takes one step; false when none is left. */
  step(): boolean {
    if (this.#steps <= 0 || this.#work <= 0 || !this.meter.spend(1)) return this.cut();
    this.#steps -= 1;
    return true;
  }

  /** Counts parts of values that are to be walked, or pairs of them; false when that is too much. */
  spend(parts: number): boolean {
    const isLeft = parts < this.#work && this.meter.spend(Math.floor(parts / PARTS_PER_STEP));
    this.#work = isLeft ? this.#work - parts : 0;
    return isLeft || this.cut();
  }

  /** The parts of values that were walked so far. */
  get spent(): number {
    return WORK_LIMIT - this.#work;
  }

  /** Counts a module that is looked at through a call; false when those are too many. */
  call(): boolean {
    this.#calls -= 1;
    return (this.#calls >= 0 && this.meter.spend(CALL_STEPS)) || this.cut();
  }

  /** Notes that something is given up because of its size; false, for who answers by that. */
  cut(): false {
    this.#isCut = true;
    this.tie();
    this.meter.giveUp();
    return false;
  }

  /** True once something was given up because of its size. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** What the question cost so far. */
  get cost(): Cost {
    return {
      steps: STEP_LIMIT - this.#steps,
      work: WORK_LIMIT - this.#work,
      calls: CALL_LIMIT - this.#calls,
      metered: this.meter.spent,
    };
  }

  /** Charges for an answer that another question found; false, and nothing is charged, when less is left. */
  take({ steps, work, calls, metered }: Cost): boolean {
    if (steps > this.#steps || work >= this.#work || calls > this.#calls || metered > this.meter.left) return false;
    this.#steps -= steps;
    this.#work -= work;
    this.#calls -= calls;
    return this.meter.spend(metered);
  }

  /** Notes that the current finding holds for this question only, so that no other may reuse it. */
  tie(): void {
    this.#ties += 1;
  }

  /** Grows with each `tie`. */
  get ties(): number {
    return this.#ties;
  }
}
