import type { NamedAnswer, NamedAnswers } from '../../evaluate/namedAnswers.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { Module } from '../module.ts';
import type { AskedQuestions, Recorder } from './recorder.ts';

/** Beyond this number, answers are not kept for one module. */
const ANSWERS_LIMIT = 4096;

interface KeptAnswer {
  readonly answer: NamedAnswer;
  readonly questions: AskedQuestions;
  readonly overrideVersion: number;
}

const kept = new WeakMap<Module, Map<string, KeptAnswer>>();

/** The answers about a module's names, shared by all its evaluations, for one recorder. */
export class SharedAnswers implements NamedAnswers {
  readonly #module: Module;
  readonly #recorder: Recorder;
  readonly #answers: Map<string, KeptAnswer>;

  constructor(module: Module, recorder: Recorder) {
    this.#module = module;
    this.#recorder = recorder;
    this.#answers = kept.get(module) ?? new Map();
    kept.set(module, this.#answers);
  }

  find(key: string): NamedAnswer | null {
    const known = this.#answers.get(key);
    if (known === undefined) return null;
    if (known.overrideVersion === this.#module.overrideVersion && known.questions.isCurrent()) return known.answer;
    this.#answers.delete(key);
    return null;
  }

  rely(key: string): void {
    const known = this.#answers.get(key);
    if (known !== undefined) this.#recorder.rely(known.questions);
  }

  keep(key: string, compute: () => Value, describe: (value: Value) => NamedAnswer | null): Value {
    const { result, questions } = this.#recorder.collect(compute);
    const answer = describe(result);
    if (answer === null) return result;
    if (this.#answers.size >= ANSWERS_LIMIT) this.#answers.clear();
    this.#answers.set(key, { answer, questions, overrideVersion: this.#module.overrideVersion });
    return result;
  }
}
