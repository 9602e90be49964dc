import type { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';

/** A question that was asked of a module, and its answer then. */
interface AskedQuestion {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

/** Questions that were asked on the way to one answer. */
export class AskedQuestions {
  readonly #asked: AskedQuestion[] = [];

  add(question: AskedQuestion): void {
    this.#asked.push(question);
  }

  /** True while asking everything again would give the same. */
  isCurrent(): boolean {
    return this.#asked.every(({ ask, answer }) => ask() === answer);
  }
}

/** Records the questions asked of modules. While every answer stays the same, the conclusions from them hold. */
export class Recorder {
  /** What the answers may cost. */
  readonly meter: Meter;
  readonly #own = new AskedQuestions();
  readonly #all = new Set([this.#own]);
  #current = this.#own;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /** Asks a question whose answer is a scalar, or keeps its identity while nothing behind it changes. */
  ask<T>(module: Module, question: (module: Module) => T): T {
    const ask = () => question(module);
    const answer = ask();
    this.#current.add({ ask, answer });
    return answer;
  }

  /** Collects the questions asked on the way to one result, apart from those of inner collections. */
  collect<T>(compute: () => T): { readonly result: T; readonly questions: AskedQuestions } {
    const outer = this.#current;
    const questions = new AskedQuestions();
    this.rely(questions);
    this.#current = questions;
    try {
      return { result: compute(), questions };
    } finally {
      this.#current = outer;
    }
  }

  /** Takes over questions that led to an answer which is used here as well. */
  rely(questions: AskedQuestions): void {
    this.#all.add(questions);
  }

  /** True while asking everything again would give the same. */
  isCurrent(): boolean {
    for (const questions of this.#all) if (!questions.isCurrent()) return false;
    return true;
  }
}
