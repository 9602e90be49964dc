import { append } from '../../../../syntax/arrays.ts';
import type { Assignment, BlockTerm, JsonValue } from '../../../../syntax/edit/term.ts';
import { termOf } from '../../../../syntax/edit/term.ts';
import type { BlockArgument, MapArgument, Vocabulary } from '../../vocabulary.ts';
import { blockArgumentsAt } from '../../vocabulary.ts';

/** How a key is written in the data source. */
interface Terms {
  readonly assignments: readonly Assignment[];
  readonly blocks: readonly BlockTerm[];
}

/** The block of the data source that makes an object of the JSON, or null when none does. */
export function blockTermOf(vocabulary: Vocabulary, type: string, level: string, value: JsonValue): BlockTerm | null {
  if (!isObject(value)) return null;
  const known = blockArgumentsAt(vocabulary, level);
  if (Object.keys(value).some((key) => !known.some((argument) => argument.key === key))) return null;
  const assignments: Assignment[] = [];
  const blocks: BlockTerm[] = [];
  for (const argument of known) {
    const member = value[argument.key];
    const terms = member === undefined ? { assignments: [], blocks: [] } : termsOf(vocabulary, argument, member);
    if (terms === null) return null;
    append(assignments, terms.assignments);
    append(blocks, terms.blocks);
  }
  return { type, labels: [], arguments: assignments, blocks };
}

/** The argument or blocks that make a key of the JSON, or null when none do. */
export function termsOf(vocabulary: Vocabulary, argument: BlockArgument, value: JsonValue): Terms | null {
  switch (argument.type) {
    case 'block':
      return nested(vocabulary, argument.name, argument.level, [value]);
    case 'block-list':
      return nested(vocabulary, argument.name, argument.level, isList(value) ? value : [value]);
    case 'block-map': {
      const blocks = mapBlocks(argument, value, []);
      return blocks === null ? null : { assignments: [], blocks };
    }
    default: {
      const isBare = argument.type === 'string-list' && argument.single === true && !isList(value);
      return { assignments: [{ name: argument.name, value: termOf(isBare ? [value] : value) }], blocks: [] };
    }
  }
}

function nested(vocabulary: Vocabulary, name: string, level: string, values: readonly JsonValue[]): Terms | null {
  const blocks = values.flatMap((value) => blockTermOf(vocabulary, name, level, value) ?? []);
  return blocks.length < values.length ? null : { assignments: [], blocks };
}

/** The blocks of an object with free keys, one for each value inside it. */
function mapBlocks(argument: MapArgument, value: JsonValue, path: readonly string[]): readonly BlockTerm[] | null {
  const { keys, name, word } = argument;
  if (path.length === 0 && word !== undefined && value === word) {
    return [
      mapBlock(
        argument,
        name,
        keys.map(() => word),
        [word],
      ),
    ];
  }
  if (path.length === keys.length) {
    const items = isList(value) ? value : [value];
    return items.every((item) => typeof item === 'string') ? [mapBlock(argument, name, path, items)] : null;
  }
  if (!isObject(value)) return null;
  const blocks = Object.entries(value).map(([key, member]) => mapBlocks(argument, member, [...path, key]));
  return blocks.every((block) => block !== null) ? blocks.flat() : null;
}

function mapBlock(
  { keys, value }: MapArgument,
  type: string,
  path: readonly string[],
  items: readonly JsonValue[],
): BlockTerm {
  const given = keys.map((name, index): Assignment => ({ name, value: termOf(path[index] ?? null) }));
  return { type, labels: [], arguments: [...given, { name: value, value: termOf(items) }], blocks: [] };
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
