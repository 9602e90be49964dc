import type { Value } from './values/value.ts';

/** Names that an expression can use in addition to those of its module: from `for`, templates, `each` and `count`. */
export interface Bindings {
  readonly name: string;
  readonly value: Value;
  readonly outer: Bindings | null;
}

/** The element of a splat; no text can write this name. */
export const SPLAT_ITEM = '*';

/** Bound where `each` and `count` do not exist, as in locals; no text can write this name. */
export const NO_INSTANCE = '**';

/** The bindings with one more, which hides an outer one of the same name. */
export function bind(outer: Bindings | null, name: string, value: Value): Bindings {
  return { name, value, outer };
}

/** The value bound to a name, or undefined. */
export function boundTo(bindings: Bindings | null, name: string): Value | undefined {
  for (let current = bindings; current !== null; current = current.outer) {
    if (current.name === name) return current.value;
  }
  return undefined;
}
