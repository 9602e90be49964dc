import { convert } from '../../values/convert.ts';
import type { Decimal } from '../../values/decimal.ts';
import { computedList, computedString } from '../../values/makeValue.ts';
import { isWhollyKnown } from '../../values/partsOfValue.ts';
import { quoteJson, renderString } from '../../values/renderValue.ts';
import { BOOL, NUMBER } from '../../values/types.ts';
import type { Value } from '../../values/value.ts';
import { textSize } from '../../values/valueExtent.ts';
import type { Arguments } from '../arguments.ts';
import type { NumberStyle } from './formatNumber.ts';
import { printFloat, printInteger, printShort } from './formatNumber.ts';
import { graphemesIn } from './graphemes.ts';

/** `format` and `formatlist`. */
export const FORMAT_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  format: (given) => computedString(formatWith(given, given.text(0), given.values.slice(1)), given.at),
  formatlist,
};

interface Directive extends NumberStyle {
  readonly position: number | null;
  readonly verb: string;
}

const DIRECTIVE = /%(?:(%)|([-+ 0#]*)(\d+)?(?:\.(\d*))?(?:\[(\d+)\])?([a-zA-Z]))/g;

function formatWith(given: Arguments, template: string, values: readonly Value[]): string {
  if (template.length > 10_000) given.unknown('its text is too long');
  if (template.replace(DIRECTIVE, '').includes('%')) given.unknown('a verb is not followed');
  let [next, highest, length] = [0, 0, 0];
  const text = template.replace(DIRECTIVE, (_, percent, flags, width, precision, position, verb) => {
    if (percent !== undefined) return '%';
    const directive: Directive = {
      flags,
      width: toCount(given, width),
      precision: precision === '' ? 0 : toCount(given, precision),
      position: toCount(given, position),
      verb,
    };
    const index = directive.position === null ? next : directive.position - 1;
    next = index + 1;
    highest = Math.max(highest, next);
    const value = values[index] ?? given.fail('an argument is missing');
    const printed = printValue(given, directive, value);
    length += printed.length;
    given.limit(textSize(length));
    given.spend(textSize(printed.length));
    return printed;
  });
  if (highest < values.length) given.fail('there are more arguments than verbs');
  return text;
}

function toCount(given: Arguments, digits: string | undefined): number | null {
  if (digits === undefined) return null;
  return digits.length > 3 ? given.unknown('a width is too large') : Number(digits);
}

function printValue(given: Arguments, directive: Directive, value: Value): string {
  const { verb } = directive;
  if (directive.flags.includes('-') && directive.flags.includes('0')) given.unknown('its padding is not followed');
  if (verb === 'v') return pad(given, printAny(given, value, directive), directive);
  // Terraform does not report before running that an untyped null cannot be formatted.
  if (value.kind === 'null' && value.type === undefined) given.unknown('an argument is null');
  if (value.kind === 'null') given.fail('a null value cannot be formatted');
  switch (verb) {
    case 's':
    case 'q': {
      const text = cut(given, given.textOf(value), directive.precision);
      return pad(given, verb === 'q' ? quoteJson(text) : text, directive);
    }
    case 't': {
      const truth = convert(value, BOOL);
      return truth.kind === 'boolean' ? String(truth.value) : given.halt(truth);
    }
    case 'd':
    case 'b':
    case 'o':
    case 'x':
    case 'X':
      return printInteger(numberIn(given, value), verb, directive) ?? given.fail('a whole number is required');
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return printFloat(numberIn(given, value), verb, directive);
    default:
      return given.fail(`the verb %${verb} is not supported`);
  }
}

function numberIn(given: Arguments, value: Value): Decimal {
  const number = convert(value, NUMBER);
  return number.kind === 'number' ? number : given.halt(number);
}

/** `%v`: texts and numbers bare, everything else as JSON; with `#`, everything as JSON. */
function printAny(given: Arguments, value: Value, { flags }: Directive): string {
  if (!isWhollyKnown(value)) return given.halt(value);
  if (value.kind === 'null') return given.unknown('an argument is null');
  const isSharp = flags.includes('#');
  if (value.kind === 'number' && !isSharp) return printShort(value);
  if (value.kind === 'string' && !isSharp) return value.value;
  if (value.kind === 'encoded' && !isSharp) return given.textOf(value);
  return renderString(value) ?? given.unknown('an argument is not known');
}

function cut(given: Arguments, text: string, precision: number | null): string {
  return precision === null || precision === 0 ? text : graphemesIn(given, text).slice(0, precision).join('');
}

function pad(given: Arguments, text: string, { flags, width }: Directive): string {
  const missing = width === null ? 0 : Math.max(0, width - graphemesIn(given, text).length);
  const padding = (flags.includes('0') ? '0' : ' ').repeat(missing);
  return flags.includes('-') ? text + padding : padding + text;
}

/** `format` once per element, iterating over the lists in parallel. */
function formatlist(given: Arguments): Value {
  const template = given.text(0);
  const lists = given.values.slice(1).map((value) => (value.kind === 'list' ? given.listOf(value) : null));
  if (lists.some((list) => list?.open)) given.unknown('the length of a list is not known');
  const lengths = new Set(lists.flatMap((list) => (list === null ? [] : [list.items.length])));
  if (lengths.size > 1) given.fail('the lists must have the same length');
  const [length = 1] = lengths;
  given.limit(length * lists.length);
  const items: Value[] = [];
  let size = 0;
  for (let index = 0; index < length; index += 1) {
    const row = given.values.slice(1).map((value, column) => lists[column]?.items[index] ?? value);
    const text = formatWith(given, template, row);
    size += 2 + textSize(text.length);
    given.limit(size);
    given.spend(textSize(template.length));
    items.push(computedString(text, given.at));
  }
  return computedList('list', items, given.at);
}
