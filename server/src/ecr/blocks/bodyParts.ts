import type { Value } from '../../evaluate/values/value.ts';
import { isSamePlace, placeOf } from '../../syntax/tree/place.ts';
import type { BlockArgument, BlockBody, NestedBlocks } from './ecrBlock.ts';

/** An argument of a body, with its value; undefined when it is not written. */
export function argumentIn(body: BlockBody, name: string): BlockArgument | undefined {
  return body.arguments.find(({ fact }) => fact.name === name);
}

/** The text that an argument is certain to give; null when it gives none or is unknown. */
export function textIn(body: BlockBody, name: string): string | null {
  const value = argumentIn(body, name)?.value;
  return value?.kind === 'string' ? value.value : null;
}

/** The blocks of one type in a body; an empty list that may be incomplete when the type has no such block. */
export function blocksIn(body: BlockBody, name: string): Pick<NestedBlocks, 'bodies' | 'sure' | 'open'> {
  return body.blocks.find(({ fact }) => fact.name === name) ?? { bodies: [], sure: [], open: true };
}

/**
 * Whether an argument is given: `no` when it is absent, null or an empty text; `unsure` when that depends on unknown
 * values. A value known only after apply counts as given.
 */
export function givenState(body: BlockBody, name: string): 'yes' | 'no' | 'unsure' {
  const argument = argumentIn(body, name);
  if (argument === undefined) return body.block.damaged ? 'unsure' : 'no';
  const { value, attribute } = argument;
  // The result of `try` and similar functions may also be their fallback.
  const isDirect = isSamePlace(value.place, placeOf(body.source, attribute.value));
  const state = stateOf(value);
  return state === 'yes' && value.kind === 'unknown' && !isDirect ? 'unsure' : state;
}

function stateOf(value: Value): 'yes' | 'no' | 'unsure' {
  switch (value.kind) {
    case 'null':
      return 'no';
    case 'string':
      return value.value === '' ? 'no' : 'yes';
    case 'partial-string':
      return 'yes';
    case 'unknown':
      return value.scopeId === undefined ? 'unsure' : 'yes';
    case 'alternatives': {
      const states = new Set(value.options.map(stateOf));
      const [only] = states;
      return states.size === 1 && only !== undefined ? only : 'unsure';
    }
    default:
      return 'unsure';
  }
}
