import type { Cost } from './budget.ts';
import type { Value } from './values/value.ts';

/** What an evaluation found for a name of its module: a local, an attribute, a document. */
export interface NamedAnswer {
  readonly value: Value;
  /** Its cost, without the cost of the shared names in `uses`. */
  readonly cost: Cost;
  /** The number of levels entered below the name, including those of the names in `uses`. */
  readonly depth: number;
  /** The other shared names that were needed. */
  readonly uses: ReadonlySet<string>;
  /** Values found meanwhile for names whose value depends on the questioner. */
  readonly own: ReadonlyMap<string, Value>;
  /** The variables whose default was used although a caller may set another value. */
  readonly assumptions: ReadonlySet<string>;
}

/**
 * The answers about a module's names that its evaluations share: a local that five hundred policies use is evaluated
 * once. Whoever reuses an answer is charged its cost, so that sharing never changes what is given up because of its
 * size.
 */
export interface NamedAnswers {
  /** The answer for a key, or null when there is no current one. */
  find(key: string): NamedAnswer | null;
  /** Notes that the result depends on everything that the answer for a key depends on. */
  rely(key: string): void;
  /** Computes a value. The answer is kept for the key unless `describe`, which is called afterwards, returns null. */
  keep(key: string, compute: () => Value, describe: (value: Value) => NamedAnswer | null): Value;
}
