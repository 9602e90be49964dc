import { areEqual } from './values/equality.ts';
import type { AlternativesValue, Value } from './values/value.ts';

/**
 * The options of which each may be judged by itself. A plain value that a key chooses (`0`, `null`, `""`, `[]`) says too
 * little: it often stands for what is turned off, and a guard elsewhere keeps it from being taken. Where every key
 * gives the same one, it counts.
 */
export function tellingOptions({ options, byKey }: AlternativesValue): readonly Value[] {
  if (!byKey) return options;
  const [first, ...others] = allKnownOf(options);
  if (first !== undefined && others.every((option) => areEqual(option, first) === true)) return options;
  return options.filter((option) => !isPlain(option));
}

/**
 * The plain values of which a key that is not known chooses one, where there are no others: each alone says too little,
 * but one of them is taken.
 */
export function doubtfulOptions(value: AlternativesValue): readonly Value[] {
  if (!value.byKey || tellingOptions(value).some(({ kind }) => kind !== 'unknown')) return [];
  return allKnownOf(value.options).filter(isPlain);
}

/** The options, without the one that stands for a key which is not there; none where another one is not known. */
function allKnownOf(options: readonly Value[]): readonly Value[] {
  const known = options.filter(({ kind }) => kind !== 'unknown');
  return known.length >= options.length - 1 ? known : [];
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
