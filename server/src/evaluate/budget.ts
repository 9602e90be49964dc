import type { Meter } from './meter.ts';

/** Beyond this number of evaluated expressions, a question is given up; real policies need a few thousand. */
const STEP_LIMIT = 100_000;

/** Beyond this number of value parts, a question is given up. */
const WORK_LIMIT = 1 << 20;

/** Beyond this number of module calls, a question is given up. */
const CALL_LIMIT = 1000;

/** The number of value parts that are walked in one step. */
const PARTS_PER_STEP = 4;

/** The cost of a module call, in steps. */
const CALL_STEPS = 20;

/** The cost of one iteration of a `dynamic` block: the number of parts that its content makes. */
export const TURN_WORK = 250;

/** The cost of a part of a question. */
export interface Cost {
  readonly steps: number;
  /** Value parts that were walked. */
  readonly work: number;
  readonly calls: number;
  /** Steps taken from the module's meter. */
  readonly metered: number;
}

export const NO_COST: Cost = { steps: 0, work: 0, calls: 0, metered: 0 };

/** The sum of two costs. */
export function plus(one: Cost, other: Cost): Cost {
  return {
    steps: one.steps + other.steps,
    work: one.work + other.work,
    calls: one.calls + other.calls,
    metered: one.metered + other.metered,
  };
}

/** A cost minus a part of it. */
export function minus(whole: Cost, part: Cost): Cost {
  return {
    steps: whole.steps - part.steps,
    work: whole.work - part.work,
    calls: whole.calls - part.calls,
    metered: whole.metered - part.metered,
  };
}

/**
 * The budget of one question over all modules that it reaches, within what is left for all questions about its module.
 * Beyond it, values are unknown.
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

  /** Counts value parts to be walked, or pairs of them; false when there are too many. */
  spend(parts: number): boolean {
    const isLeft = parts < this.#work && this.meter.spend(Math.floor(parts / PARTS_PER_STEP));
    this.#work = isLeft ? this.#work - parts : 0;
    return isLeft || this.cut();
  }

  /** The parts of values that were walked so far. */
  get spent(): number {
    return WORK_LIMIT - this.#work;
  }

  /** Counts a module that is reached through a call; false when there are too many. */
  call(): boolean {
    this.#calls -= 1;
    return (this.#calls >= 0 && this.meter.spend(CALL_STEPS)) || this.cut();
  }

  /** Notes that something is given up because of its size; returns false for callers that return it. */
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

  /** The cost of the question so far. */
  get cost(): Cost {
    return {
      steps: STEP_LIMIT - this.#steps,
      work: WORK_LIMIT - this.#work,
      calls: CALL_LIMIT - this.#calls,
      metered: this.meter.spent,
    };
  }

  /** Charges for an answer that another question found; when less is left, returns false and charges nothing. */
  take({ steps, work, calls, metered }: Cost): boolean {
    if (steps > this.#steps || work >= this.#work || calls > this.#calls || metered > this.meter.left) return false;
    this.#steps -= steps;
    this.#work -= work;
    this.#calls -= calls;
    return this.meter.spend(metered);
  }

  /** Notes that the current result is valid for this question only, so that no other may reuse it. */
  tie(): void {
    this.#ties += 1;
  }

  /** Grows with each `tie`. */
  get ties(): number {
    return this.#ties;
  }
}
