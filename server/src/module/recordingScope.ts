import type { LocatedExpression, Scope } from '../evaluate/scope.ts';
import type { Module } from './module.ts';

/** A question that was asked of a module, and its answer then. */
interface Reading {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

/**
 * A view of a module that remembers what was asked through it. While every answer is still the same object or scalar,
 * whatever was concluded from them still holds.
 */
export class RecordingScope implements Scope {
  readonly #module: Module;
  readonly #readings: Reading[] = [];

  constructor(module: Module) {
    this.#module = module;
  }

  local(name: string): LocatedExpression | null {
    this.ask((module) => module.localDeclaration(name));
    return this.#module.local(name);
  }

  /** Asks anything whose answer is a scalar or keeps its identity while nothing behind it changes. */
  ask<T>(question: (module: Module) => T): T {
    const ask = () => question(this.#module);
    const answer = ask();
    this.#readings.push({ ask, answer });
    return answer;
  }

  /** True while asking everything again would give the same. */
  isCurrent(): boolean {
    return this.#readings.every(({ ask, answer }) => ask() === answer);
  }
}
