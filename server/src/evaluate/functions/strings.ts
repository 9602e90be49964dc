import { convert } from '../convert.ts';
import { STRING } from '../types.ts';
import type { Value } from '../value.ts';
import { computedBoolean, computedList, computedString } from '../value.ts';
import type { Arguments } from './arguments.ts';

/** Longer texts than this are not followed. */
const TEXT_LIMIT = 1024 * 1024;

/** Functions of texts. Source: Terraform's documentation of each, checked against Terraform 1.11.4. */
export const STRING_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  chomp: (given) => made(given, given.text(0).replace(/(?:\r\n|\n|\r)+$/, '')),
  endswith: (given) => computedBoolean(given.text(0).endsWith(given.text(1)), given.at),
  indent(given) {
    const [spaces, text] = [given.integer(0), given.text(1)];
    if (spaces < 0 || spaces > 1000) given.unknown('its indentation is out of range');
    return made(given, text.replaceAll('\n', `\n${' '.repeat(spaces)}`));
  },
  join,
  lower: (given) => made(given, given.plainText(0).toLowerCase()),
  split(given) {
    const [separator, text] = [given.text(0), given.text(1)];
    const parts = separator === '' ? [...given.plainText(1)] : text.split(separator);
    return computedList(
      'list',
      parts.map((part) => computedString(part, given.at)),
      given.at,
    );
  },
  startswith: (given) => computedBoolean(given.text(0).startsWith(given.text(1)), given.at),
  strcontains: (given) => computedBoolean(given.text(0).includes(given.text(1)), given.at),
  strrev: (given) => made(given, [...given.plainText(0)].reverse().join('')),
  substr,
  title: (given) =>
    made(
      given,
      given
        .plainText(0)
        .replace(/(^|[^A-Za-z0-9_])([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase()),
    ),
  trim: (given) => made(given, trimSet(given.text(0), given.text(1))),
  trimprefix(given) {
    const [text, prefix] = [given.text(0), given.text(1)];
    return made(given, text.startsWith(prefix) ? text.slice(prefix.length) : text);
  },
  trimspace: (given) => made(given, given.plainText(0).replace(/^[\t\n\v\f\r ]+|[\t\n\v\f\r ]+$/g, '')),
  trimsuffix(given) {
    const [text, suffix] = [given.text(0), given.text(1)];
    return made(given, suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text);
  },
  upper: (given) => made(given, given.plainText(0).toUpperCase()),
};

function made(given: Arguments, text: string): Value {
  if (text.length > TEXT_LIMIT) given.unknown('its text is too long');
  return computedString(text, given.at);
}

/** Lists of texts behind a separator. */
function join(given: Arguments): Value {
  const separator = given.text(0);
  const lists = given.values.slice(1).map((_, index) => given.knownList(index + 1));
  const parts = lists.flatMap(({ items }) => items.map((item) => given.textOf(convert(item, STRING))));
  return made(given, parts.join(separator));
}

function substr(given: Arguments): Value {
  const text = given.plainText(0);
  const [offset, length] = [given.integer(1), given.integer(2)];
  const start = offset < 0 ? Math.max(0, text.length + offset) : offset;
  if (offset > text.length) return made(given, '');
  return made(given, length < 0 ? text.slice(start) : text.slice(start, start + length));
}

function trimSet(text: string, set: string): string {
  const characters = [...text];
  const isTrimmed = (character: string | undefined) => character !== undefined && set.includes(character);
  let [start, end] = [0, characters.length];
  while (start < end && isTrimmed(characters[start])) start += 1;
  while (end > start && isTrimmed(characters[end - 1])) end -= 1;
  return characters.slice(start, end).join('');
}
