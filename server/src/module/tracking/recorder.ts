import type { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';

/** A question that was asked of a module, and its answer then. */
interface AskedQuestion {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

/** Remembers what was asked of modules. While every answer is the same, what was concluded from them still holds. */
export class Recorder {
  /** What the answers may cost. */
  readonly meter: Meter;
  readonly #asked: AskedQuestion[] = [];

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /** Asks anything whose answer is a scalar or keeps its identity while nothing behind it changes. */
  ask<T>(module: Module, question: (module: Module) => T): T {
    const ask = () => question(module);
    const answer = ask();
    this.#asked.push({ ask, answer });
    return answer;
  }

  /** True while asking everything again would give the same. */
  isCurrent(): boolean {
    return this.#asked.every(({ ask, answer }) => ask() === answer);
  }
}
