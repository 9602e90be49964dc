import { convert } from '../convert.ts';
import { printDecimal } from '../decimal.ts';
import { quoteJson, renderString } from '../render.ts';
import { NUMBER, STRING } from '../types.ts';
import type { Value } from '../value.ts';
import { computedList, computedString, isWhollyKnown } from '../value.ts';
import type { Arguments } from './arguments.ts';

/** `format` and `formatlist`. Verbs and flags that are rarely used are not followed. */
export const FORMAT_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  format: (given) => computedString(formatWith(given, given.text(0), given.values.slice(1)), given.at),
  formatlist,
};

interface Directive {
  readonly flags: string;
  readonly width: number | null;
  readonly precision: number | null;
  readonly position: number | null;
  readonly verb: string;
}

const DIRECTIVE = /%(?:(%)|([-+ 0#]*)(\d+)?(?:\.(\d+))?(?:\[(\d+)\])?([a-zA-Z]))/g;

function formatWith(given: Arguments, template: string, values: readonly Value[]): string {
  if (template.length > 10_000) given.unknown('its text is too long');
  if (template.replace(DIRECTIVE, '').includes('%')) given.unknown('a verb is not followed');
  let next = 0;
  const text = template.replace(DIRECTIVE, (_, percent, flags, width, precision, position, verb) => {
    if (percent !== undefined) return '%';
    const directive: Directive = {
      flags,
      width: toCount(given, width),
      precision: toCount(given, precision),
      position: toCount(given, position),
      verb,
    };
    const index = directive.position === null ? next : directive.position - 1;
    next = index + 1;
    const value = values[index] ?? given.fail('an argument is missing');
    if (value.kind === 'null') given.unknown('an argument is null');
    return pad(printValue(given, directive, value), directive);
  });
  const hasPositions = /%[^a-zA-Z%]*\[/.test(template);
  if (!hasPositions && next < values.length) given.fail('there are more arguments than verbs');
  return text;
}

function toCount(given: Arguments, digits: string | undefined): number | null {
  if (digits === undefined) return null;
  return digits.length > 3 ? given.unknown('a width is too large') : Number(digits);
}

function printValue(given: Arguments, { verb, precision, flags }: Directive, value: Value): string {
  switch (verb) {
    case 'v':
      return printAny(given, value);
    case 's':
      return precision === null ? given.textOf(value) : given.unknown('a verb is not followed');
    case 'q':
      return quoteJson(given.textOf(value));
    case 't': {
      const text = given.textOf(value);
      return text === 'true' || text === 'false' ? text : given.fail('a bool is required');
    }
    case 'd':
    case 'f': {
      const number = convert(value, NUMBER);
      if (number.kind !== 'number') given.textOf(number);
      if (number.kind !== 'number') return given.unknown('an argument is not a number');
      return printNumber(given, verb, number.value, precision, flags);
    }
    default:
      return given.unknown('a verb is not followed');
  }
}

function printNumber(
  given: Arguments,
  verb: 'd' | 'f',
  value: number,
  precision: number | null,
  flags: string,
): string {
  if (verb === 'd' && !Number.isInteger(value)) return given.unknown('it rounds a number');
  const text = verb === 'd' ? printDecimal(value) : value.toFixed(precision ?? 6);
  if (verb === 'f' && Math.abs(value) >= 1e15) given.unknown('a number is too large');
  // Halves are rounded by the exact value in one way and by the decimal in the other.
  if (verb === 'f' && Number(`${text}5`) === value) given.unknown('it rounds a number');
  const sign = value >= 0 && flags.includes('+') ? '+' : value >= 0 && flags.includes(' ') ? ' ' : '';
  return sign + text;
}

/** `%v`: texts bare, everything else as JSON. */
function printAny(given: Arguments, value: Value): string {
  if (!isWhollyKnown(value)) return given.unknown('an argument is not known');
  if (value.kind === 'list' || value.kind === 'object')
    return renderString(value) ?? given.unknown('an argument is not known');
  return given.textOf(value);
}

function pad(text: string, { flags, width }: Directive): string {
  if (width === null) return text;
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0')) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}

/** `format` once for each element, the lists walked together. */
function formatlist(given: Arguments): Value {
  const template = given.text(0);
  const lists = given.values.slice(1).map((value) => (value.kind === 'list' ? given.listOf(value) : null));
  if (lists.some((list) => list?.open)) given.unknown('the length of a list is not known');
  const lengths = new Set(lists.flatMap((list) => (list === null ? [] : [list.items.length])));
  if (lengths.size > 1) given.fail('the lists must have the same length');
  const [length = 1] = lengths;
  const items: Value[] = [];
  for (let index = 0; index < length; index += 1) {
    const row = given.values.slice(1).map((value, column) => lists[column]?.items[index] ?? value);
    items.push(convert(computedString(formatWith(given, template, row), given.at), STRING));
  }
  return computedList('list', items, given.at);
}
