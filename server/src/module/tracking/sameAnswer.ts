/** Larger answers count as different, because comparing them would cost more than it saves. */
const MOST_STEPS = 20_000;

/**
 * The earlier of two answers about a module where both say the same; otherwise the later one, whose maps keep the values
 * that have stayed the same. So an answer about one block is the same object while nothing about that block changes.
 *
 * Two answers say the same when they are lists, sets, maps and records of the same parts. Everything that has a class,
 * such as a declaration or a piece, is only the same as itself.
 */
export function withEarlierParts<T>(earlier: T | undefined, found: T): T {
  if (earlier === undefined) return found;
  if (new Comparison().isSame(earlier, found)) return earlier;
  keepValues(earlier, found);
  if (!isObject(earlier) || !isObject(found) || !isRecord(earlier) || !isRecord(found)) return found;
  for (const [key, part] of Object.entries(found)) keepValues(earlier[key], part);
  return found;
}

function keepValues(earlier: unknown, found: unknown): void {
  if (!(earlier instanceof Map) || !(found instanceof Map)) return;
  const comparison = new Comparison();
  for (const [key, value] of found) {
    const known: unknown = earlier.get(key);
    if (known !== value && comparison.isSame(known, value)) found.set(key, known);
  }
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
