import { breathe, YIELD_AFTER } from './turns.ts';

/** Lets what somebody waits for come before what can wait. */
export class Urgency {
  #count = 0;
  #waiting: (() => void)[] = [];
  #pause = 0;

  /** Does work that somebody waits for. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /**
   * Between two steps of work that can wait: lets messages be handled when it has gone on for long, and whatever is
   * urgent be done.
   */
  async giveWay(): Promise<void> {
    if (this.#count === 0 && Date.now() < this.#pause) return;
    await breathe();
    while (this.#count > 0) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
      await breathe();
    }
    this.#pause = Date.now() + YIELD_AFTER;
  }
}
