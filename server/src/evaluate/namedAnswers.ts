import type { Cost } from './budget.ts';
import type { Value } from './values/value.ts';

/** What an evaluation found out about a name of its module: a local, an attribute, a document. */
export interface NamedAnswer {
  readonly value: Value;
  /** What it cost, without what the shared names in `uses` cost. */
  readonly cost: Cost;
  /** How many levels below the name were entered, those of the names in `uses` included. */
  readonly depth: number;
  /** The other shared names that were asked for on the way. */
  readonly uses: ReadonlySet<string>;
  /** What was found out on the way about names whose value tells who asked. */
  readonly own: ReadonlyMap<string, Value>;
  /** The variables whose default was taken though a caller may set another value. */
  readonly assumptions: ReadonlySet<string>;
}

/**
 * The answers about a module's names that its evaluations share: a local that five hundred policies use is evaluated
 * once. Who takes an answer pays what it cost, so that what is given up because of its size stays the same.
 */
export interface NamedAnswers {
  /** The answer under a key, or null when there is none that still holds. */
  find(key: string): NamedAnswer | null;
  /** Notes that what was concluded depends on all that the answer under a key depends on. */
  rely(key: string): void;
  /** Finds out a value. The answer is kept under the key unless `describe`, which is asked afterwards, gives null. */
  keep(key: string, compute: () => Value, describe: (value: Value) => NamedAnswer | null): Value;
}
