/**
 * What looking at any text may cost, in steps of a few microseconds each. Modules of the corpus and the examples take
 * 3,500 at most, and 19,000 where they call a public module; fifty repositories with twenty rules each, by one for_each, take some 200,000.
 */
const BASE = 600_000;

/** What each character of it adds. */
const PER_CHARACTER = 6;

/**
 * What looking at one module may cost in all, however many questions that takes. Counts steps, not time, so that the
 * same text always gets the same answers.
 */
export class Meter {
  readonly allowance: number;
  #left: number;
  #isCut = false;
  #hasGivenUp = false;

  constructor(allowance: number) {
    this.allowance = allowance;
    this.#left = allowance;
  }

  /** A meter for a text of this many characters. */
  static forLength(characters: number): Meter {
    return new Meter(BASE + PER_CHARACTER * characters);
  }

  /** Takes this many steps; false, and none is taken, when fewer are left. */
  spend(steps: number): boolean {
    if (steps > this.#left) {
      this.#isCut = true;
      return false;
    }
    this.#left -= steps;
    return true;
  }

  get spent(): number {
    return this.allowance - this.#left;
  }

  get left(): number {
    return this.#left;
  }

  /** True once steps were asked for that were not left. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Notes that something was left unknown because of its size, whichever limit it met. */
  giveUp(): void {
    this.#hasGivenUp = true;
  }

  /** True when something was left unknown because of its size, so that not all was looked at. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp || this.#isCut;
  }
}
