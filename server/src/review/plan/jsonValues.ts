import { isRecord } from '../../facts/isRecord.ts';

/** A JSON object. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** A value's own member; undefined when it has none. */
export function memberOf(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value at the end of some steps; undefined when the path ends earlier. */
export function valueAt(value: unknown, steps: readonly (string | number)[]): unknown {
  let at = value;
  for (const step of steps) at = memberOf(at, step);
  return at;
}

/** The member as a text; null for anything else. */
export function textOf(value: unknown, key: string): string | null {
  const found = memberOf(value, key);
  return typeof found === 'string' ? found : null;
}

/** The member as a list; empty for anything else. */
export function listOf(value: unknown, key: string): readonly unknown[] {
  const found = memberOf(value, key);
  return Array.isArray(found) ? found : [];
}

/**
 * The first object of a block, which plans print as a list, and other providers as an object; null when there is none.
 */
export function blockOf(value: unknown, key: string): JsonRecord | null {
  const found = memberOf(value, key);
  const block: unknown = Array.isArray(found) ? found[0] : found;
  return isRecord(block) ? block : null;
}

/** True when a mask (`after_unknown` or sensitive values) marks a value, or a part of it. */
export function isMarked(mask: unknown): boolean {
  const rest: unknown[] = [mask];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (next === true) return true;
    if (Array.isArray(next)) for (const item of next) rest.push(item ?? null);
    else if (isRecord(next)) for (const item of Object.values(next)) rest.push(item ?? null);
  }
  return false;
}

/** A text that is equal for equal JSON values, with null and absent members alike. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      isRecord(part)
        ? Object.fromEntries(
            Object.entries(part)
              .filter(([, member]) => member !== null)
              .sort(([one], [other]) => (one < other ? -1 : 1)),
          )
        : part,
    ) ?? 'null'
  );
}
