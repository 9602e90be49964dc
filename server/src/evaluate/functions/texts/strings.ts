import { convert } from '../../values/convert.ts';
import { computedBoolean, computedList, computedString } from '../../values/makeValue.ts';
import { beginsWith, endsIn, holdsText } from '../../values/partialText.ts';
import { STRING } from '../../values/types.ts';
import type { Value } from '../../values/value.ts';
import { onlyInstanceIn } from '../../values/valueAccess.ts';
import { TEXT_LIMIT, textSize } from '../../values/valueExtent.ts';
import type { Arguments } from '../arguments.ts';
import { graphemesIn } from './graphemes.ts';

/** White space as Go defines it. */
const SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** Functions of texts. Source: Terraform's documentation of each, checked against Terraform 1.11.4. */
export const STRING_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  chomp: (given) => made(given, given.text(0).replace(/(?:\r\n|\n|\r)+$/, '')),
  endswith: (given) => ofOutline(given, endsIn),
  indent(given) {
    const [spaces, text] = [given.integer(0), given.text(1)];
    if (spaces < 0 || spaces > 1000) given.unknown('its indentation is out of range');
    given.limit(textSize(spaces * text.split('\n').length));
    return made(given, text.replaceAll('\n', `\n${' '.repeat(spaces)}`));
  },
  join,
  lower: (given) =>
    made(
      given,
      eachLetter(given, given.text(0), (letter) => letter.toLowerCase()),
    ),
  split(given) {
    const [separator, text] = [given.text(0), given.text(1)];
    const parts = separator === '' ? [...given.text(1)] : text.split(separator);
    given.limit(parts.length * 2);
    return computedList(
      'list',
      parts.map((part) => computedString(part, given.at)),
      given.at,
    );
  },
  startswith: (given) => ofOutline(given, beginsWith),
  strcontains: (given) => ofOutline(given, holdsText),
  strrev: (given) => made(given, [...graphemesIn(given, given.text(0))].reverse().join('')),
  substr,
  title: (given) => made(given, title(given, given.text(0))),
  trim(given) {
    const [text, set] = [given.text(0), given.text(1)];
    return made(
      given,
      trimWhere(text, (letter) => set.includes(letter)),
    );
  },
  trimprefix(given) {
    const [text, prefix] = [given.text(0), given.text(1)];
    return made(given, text.startsWith(prefix) ? text.slice(prefix.length) : text);
  },
  trimspace: (given) =>
    made(
      given,
      trimWhere(given.text(0), (letter) => SPACE.test(letter)),
    ),
  trimsuffix(given) {
    const [text, suffix] = [given.text(0), given.text(1)];
    return made(given, suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text);
  },
  upper: (given) =>
    made(
      given,
      eachLetter(given, given.text(0), (letter) => letter.toUpperCase()),
    ),
};

/** The answer to a question about a text that may be partly known. */
function ofOutline(given: Arguments, ask: (text: Value, part: string) => boolean | null): Value {
  const text = convert(given.value(0), STRING);
  const answer = ask(text, given.text(1));
  if (answer !== null) return computedBoolean(answer, given.at);
  return text.kind === 'partial-string' || text.kind === 'encoded'
    ? given.unknown('a part of its text is not known')
    : given.halt(text);
}

function made(given: Arguments, text: string): Value {
  if (text.length > TEXT_LIMIT) given.unknown('its text is too long');
  return computedString(text, given.at);
}

/** Lists of texts after a separator. */
function join(given: Arguments): Value {
  const separator = given.text(0);
  const instance = given.count === 2 && given.value(1).kind === 'list' ? onlyInstanceIn(given.list(1)) : null;
  if (instance !== null) return instance;
  const lists = given.values.slice(1).map((_, index) => given.knownList(index + 1));
  const parts = lists.flatMap(({ items }) => items.map((item) => given.textOf(convert(item, STRING))));
  given.limit(textSize(separator.length * parts.length));
  return made(given, parts.join(separator));
}

function substr(given: Arguments): Value {
  const characters = graphemesIn(given, given.text(0));
  const [offset, length] = [given.integer(1), given.integer(2)];
  const start = offset < 0 ? Math.max(0, characters.length + offset) : offset;
  if (offset > characters.length) return made(given, '');
  // Terraform accepts "all the rest" only when counting from the end.
  const isRest = length < 0 || (length === 0 && offset < 0);
  const end = isRest ? characters.length : start + length;
  return made(given, characters.slice(start, end).join(''));
}

/**
 * A text with each letter changed on its own, regardless of its neighbors; letters that become several are unknown.
 */
function eachLetter(given: Arguments, text: string, change: (letter: string) => string): string {
  return [...text]
    .map((letter) => {
      const changed = change(letter);
      if (letter === 'ß') return changed === 'SS' ? letter : changed;
      return [...changed].length > 1 ? given.unknown('a letter becomes several') : changed;
    })
    .join('');
}

/** The first letter of each word in upper case, where words are separated as in Go's library. */
function title(given: Arguments, text: string): string {
  if (/[\u01c4-\u01cc\u01f1-\u01f3\u10d0-\u10ff]/.test(text)) given.unknown('a letter has a form for titles');
  let before = ' ';
  return [...text]
    .map((letter) => {
      const isFirst = isSeparator(before);
      before = letter;
      return isFirst ? eachLetter(given, letter, (one) => one.toUpperCase()) : letter;
    })
    .join('');
}

function isSeparator(letter: string): boolean {
  if (/^[\p{L}\p{Nd}_]$/u.test(letter)) return false;
  return letter <= '\u007f' || SPACE.test(letter);
}

function trimWhere(text: string, isTrimmed: (letter: string) => boolean): string {
  const characters = [...text];
  let [start, end] = [0, characters.length];
  while (start < end && isTrimmed(characters[start] ?? '')) start += 1;
  while (end > start && isTrimmed(characters[end - 1] ?? '')) end -= 1;
  return characters.slice(start, end).join('');
}
