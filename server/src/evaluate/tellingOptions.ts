import { areEqual } from './values/equality.ts';
import type { AlternativesValue, Value } from './values/value.ts';

/**
 * The options of which each may be judged by itself. A plain value that a key chooses (`0`, `null`, `""`, `[]`) says too
 * little: it often stands for what is turned off, and a guard elsewhere keeps it from being taken. Where every key
 * gives the same one, it counts.
 */
export function tellingOptions({ options, byKey }: AlternativesValue): readonly Value[] {
  if (!byKey) return options;
  const known = options.filter(({ kind }) => kind !== 'unknown');
  const [first] = known;
  if (first !== undefined && known.every((option) => areEqual(option, first) === true)) return options;
  return options.filter((option) => !isPlain(option));
}

function isPlain(value: Value): boolean {
  switch (value.kind) {
    case 'number':
    case 'boolean':
    case 'null':
      return true;
    case 'string':
      return !value.value.includes('{');
    case 'list':
      return value.items.length === 0;
    case 'object':
      return value.members.length === 0;
    default:
      return false;
  }
}
