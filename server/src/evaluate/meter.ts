/**
 * The budget for examining any text, in steps of a few microseconds each. Modules of the corpus and the examples take
 * 3,500 at most, a call of a public module takes 5,000 to 18,000, and fifty repositories with twenty rules each, by one
 * for_each, take about 200,000.
 */
const BASE = 600_000;

/** What each character of the text adds. */
const PER_CHARACTER = 2;

/**
 * The budget for examining one module, over all questions about it. Counts steps, not time, so that the same text
 * always gets the same answers.
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
    return new Meter(BASE + Meter.earnedBy(characters));
  }

  /** What this many characters add to a budget. */
  static earnedBy(characters: number): number {
    return PER_CHARACTER * characters;
  }

  /** Takes this many steps; false, without taking any, when fewer are left. */
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

  /** True once more steps were requested than were left. */
  get isCut(): boolean {
    return this.#isCut;
  }

  /** Notes that something was left unknown because of its size, whichever limit it met. */
  giveUp(): void {
    this.#hasGivenUp = true;
  }

  /** True when something was left unknown because of its size, so that not everything was examined. */
  get hasGivenUp(): boolean {
    return this.#hasGivenUp || this.#isCut;
  }
}
