import { breathe, YIELD_AFTER } from './turns.ts';

/** Lets urgent work go before work that can wait. */
export class Urgency {
  #count = 0;
  #waiting: (() => void)[] = [];
  #pause = 0;

  /** Does urgent work. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.#count += 1;
    try {
      return await work();
    } finally {
      this.#count -= 1;
      if (this.#count === 0) for (const go of this.#waiting.splice(0)) go();
    }
  }

  /** Between two steps of work that can wait: handles messages after a while, and lets urgent work finish. */
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
