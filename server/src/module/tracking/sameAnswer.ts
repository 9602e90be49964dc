/** Larger answers count as different, because comparing them would cost more than it saves. */
const MOST_STEPS = 20_000;

/**
 * True when two answers about a module say the same, so that the earlier one can stand for the later one: lists, sets,
 * maps and records of the same parts. Everything that has a class, such as a declaration or a piece, is only the same as
 * itself.
 */
export function isSameAnswer(one: unknown, other: unknown): boolean {
  return new Comparison().isSame(one, other);
}

class Comparison {
  #left = MOST_STEPS;

  isSame(one: unknown, other: unknown): boolean {
    if (Object.is(one, other)) return true;
    this.#left -= 1;
    if (this.#left < 0 || !isObject(one) || !isObject(other)) return false;
    if (Array.isArray(one)) return Array.isArray(other) && this.#areSameLists(one, other);
    if (one instanceof Map) return other instanceof Map && this.#areSameLists([...one], [...other]);
    if (one instanceof Set) return other instanceof Set && this.#areSameLists([...one], [...other]);
    return isRecord(one) && isRecord(other) && this.#areSameRecords(one, other);
  }

  #areSameLists(some: readonly unknown[], others: readonly unknown[]): boolean {
    return some.length === others.length && some.every((item, index) => this.isSame(item, others[index]));
  }

  #areSameRecords(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
    const keys = Object.keys(one);
    const isEvery = () => keys.every((key) => Object.hasOwn(other, key) && this.isSame(one[key], other[key]));
    return keys.length === Object.keys(other).length && isEvery();
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: object): value is Readonly<Record<string, unknown>> {
  return Object.getPrototypeOf(value) === Object.prototype;
}
