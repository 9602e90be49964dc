import type { Meter } from '../../evaluate/meter.ts';
import type { Module } from '../module.ts';
import type { Reads } from './inputs.ts';
import { withReads } from './inputs.ts';
import { ReadersByInput } from './readersByInput.ts';

/** A question that was asked of a module, its answer then, and what was read for it. */
interface AskedQuestion {
  readonly ask: () => unknown;
  readonly answer: unknown;
  reads: Reads;
}

/** The questions behind one answer. */
export class AskedQuestions {
  readonly #asked: AskedQuestion[] = [];
  readonly #keys = new Map<Module, Set<unknown>>();
  #index: ReadersByInput<AskedQuestion> | null = null;

  /** True for a question that was added with the same key. */
  has(module: Module, key: unknown): boolean {
    return this.#keys.get(module)?.has(key) === true;
  }

  /** Adds a question; what was asked before of the same module with the same key is kept once. */
  add(question: AskedQuestion, module: Module, key: unknown): void {
    if (key !== undefined && !this.#isNew(module, key)) return;
    this.#asked.push(question);
    this.#index = null;
  }

  /** The number of questions that are kept. */
  get size(): number {
    return this.#asked.length;
  }

  #isNew(module: Module, key: unknown): boolean {
    const keys = this.#keys.get(module) ?? new Set();
    if (keys.size === 0) this.#keys.set(module, keys);
    return !keys.has(key) && keys.add(key) !== undefined;
  }

  /** True while all questions would get the same answers again; asks those for which something read has changed. */
  isCurrent(): boolean {
    this.#index ??= new ReadersByInput(this.#asked);
    const stale = this.#index.readersOfChanged();
    return stale === null || this.#getTheSame(stale);
  }

  #getTheSame(stale: ReadonlySet<AskedQuestion>): boolean {
    let readTheSame = true;
    for (const question of this.#asked) {
      if (!stale.has(question)) continue;
      const { answer, reads } = withReads(question.ask);
      if (answer !== question.answer) return false;
      readTheSame &&= reads.areOfSame(question.reads);
      question.reads = reads;
    }
    if (readTheSame) this.#index?.settle();
    else this.#index = null;
    return true;
  }
}

/** Records the questions asked of modules. While every answer stays the same, the results from them stay valid. */
export class Recorder {
  /** The budget for the answers. */
  readonly meter: Meter;
  readonly #own = new AskedQuestions();
  readonly #all = new Set([this.#own]);
  #current = this.#own;

  constructor(meter: Meter) {
    this.meter = meter;
  }

  /**
   * Asks a question whose answer is a scalar, or keeps its identity while nothing behind it changes. Questions to one
   * module with the same `key` are the same question.
   */
  ask<T>(module: Module, question: (module: Module) => T, key?: unknown): T {
    if (key !== undefined && this.#current.has(module, key)) return question(module);
    const ask = () => question(module);
    const { answer, reads } = withReads(ask);
    this.#current.add({ ask, answer, reads }, module, key);
    return answer;
  }

  /** The number of questions that are kept. */
  get size(): number {
    let size = 0;
    for (const questions of this.#all) size += questions.size;
    return size;
  }

  /** Collects the questions behind one result, apart from those of inner collections. */
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

  /** Adds the questions behind an answer that is used here as well. */
  rely(questions: AskedQuestions): void {
    this.#all.add(questions);
  }

  /** True while all questions would get the same answers again. */
  isCurrent(): boolean {
    for (const questions of this.#all) if (!questions.isCurrent()) return false;
    return true;
  }
}
