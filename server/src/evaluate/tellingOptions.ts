import { areEqual } from './values/equality.ts';
import type { AlternativesValue, Value } from './values/value.ts';

/**
 * The options that can be judged one by one. A plain value that a key chooses (`0`, `null`, `""`, `[]`) says too
 * little: it often means "turned off", and a guard elsewhere keeps it from being used. It counts when every key gives
 * the same one.
 */
export function tellingOptions({ options, byKey }: AlternativesValue): readonly Value[] {
  if (!byKey) return options;
  const [first, ...others] = allKnownOf(options);
  if (first !== undefined && others.every((option) => areEqual(option, first) === true)) return options;
  return options.filter((option) => !isPlain(option));
}

/**
 * The plain values that an unknown key chooses from, when there are no others: one alone says too little, but one of
 * them is used.
 */
export function doubtfulOptions(value: AlternativesValue): readonly Value[] {
  if (!value.byKey || tellingOptions(value).some(({ kind }) => kind !== 'unknown')) return [];
  return allKnownOf(value.options).filter(isPlain);
}

/** The options without the one for an absent key; none when another option is unknown. */
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
