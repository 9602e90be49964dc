import type { Cost } from './budget.ts';
import type { Value } from './values/value.ts';

/** What an evaluation found out about a name of its module: a local, an attribute, a document. */
export interface NamedAnswer {
  readonly value: Value;
  /** Its cost, without the cost of the shared names in `uses`. */
  readonly cost: Cost;
  /** How many levels below the name were entered, those of the names in `uses` included. */
  readonly depth: number;
  /** The other shared names that were asked for on the way. */
  readonly uses: ReadonlySet<string>;
  /** Values found on the way for names whose value depends on who asks. */
  readonly own: ReadonlyMap<string, Value>;
  /** The variables whose default was taken though a caller may set another value. */
  readonly assumptions: ReadonlySet<string>;
}

/**
 * The answers about a module's names that its evaluations share: a local that five hundred policies use is evaluated
 * once. Whoever reuses an answer is charged its cost, so that sharing never changes what is given up for its size.
 */
export interface NamedAnswers {
  /** The answer under a key, or null without a current one. */
  find(key: string): NamedAnswer | null;
  /** Notes that the conclusion depends on everything that the answer under a key depends on. */
  rely(key: string): void;
  /** Finds out a value. The answer is kept under the key unless `describe`, which is asked afterwards, gives null. */
  keep(key: string, compute: () => Value, describe: (value: Value) => NamedAnswer | null): Value;
}
