import type { Module } from '../module/module.ts';
import type { Problem } from './problem.ts';

/** The problems of one version of a module, and of everything around it. */
export class FoundProblems {
  readonly problems: Problem[] = [];
  readonly #own: number;
  readonly #around: number;

  constructor({ version, environment }: Module) {
    this.#own = version;
    this.#around = environment.version;
  }

  isCurrent({ version, environment }: Module): boolean {
    return this.#own === version && this.#around === environment.version;
  }
}
