import { lookUp } from '../../facts/lookUp.ts';
import { computedCount, computedString } from '../values/makeValue.ts';
import type { Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';

/** Date functions that do not depend on the clock, for the years 100 to 9999 and by milliseconds. */
export const DATE_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  formatdate,
  timeadd(given) {
    const { milliseconds, offset, zone } = momentAt(given, 0);
    const moved = milliseconds + durationAt(given, 1);
    return computedString(`${new Date(moved + offset).toISOString().slice(0, 19)}${zone}`, given.at);
  },
  timecmp(given) {
    const difference = momentAt(given, 0).milliseconds - momentAt(given, 1).milliseconds;
    return computedCount(Math.sign(difference), given.at);
  },
};

interface Moment {
  readonly milliseconds: number;
  /** The offset of local time, in milliseconds. */
  readonly offset: number;
  readonly zone: string;
}

function momentAt(given: Arguments, index: number): Moment {
  const text = given.text(index);
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?(Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (match === null) {
    if (MOMENT.test(text)) given.unknown('its moment is not followed');
    return given.fail('the text is not a moment as RFC 3339 writes it');
  }
  const [
    ,
    year = '',
    month = '',
    day = '',
    hour = '',
    minute = '',
    second = '',
    part = '',
    zone = 'Z',
    sign,
    ...ahead
  ] = match;
  const [year_, month_, day_, hour_, minute_, second_] = [year, month, day, hour, minute, second].map(Number);
  const local = Date.UTC(year_ ?? 0, (month_ ?? 1) - 1, day_, hour_, minute_, second_);
  const isReal = new Date(local).toISOString().startsWith(text.slice(0, 19));
  if (Number(year) < 100) given.unknown('its moment is not followed');
  if (!isReal) given.fail('there is no such moment');
  const minutes = Number(ahead[0] ?? 0) * 60 + Number(ahead[1] ?? 0);
  const offset = (sign === '-' ? -1 : 1) * minutes * 60_000;
  if (zone !== 'Z' && offset === 0) return given.unknown('its time zone is not followed');
  return { milliseconds: local + Number(part.padEnd(3, '0')) - offset, offset, zone };
}

/** How each moment begins; the rest may be spelled in ways that are not followed. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d./;
/** What Go reads as a duration. */
const DURATION = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+)$/;

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

function durationAt(given: Arguments, index: number): number {
  const text = given.text(index);
  const [, sign = '', parts = ''] = /^([-+]?)(0|(?:(?:\d{1,9}\.?\d{0,3}|\.\d{1,3})(?:ms|h|m|s))+)$/.exec(text) ?? [];
  if (!DURATION.test(text)) given.fail('the text is not a duration');
  if (parts === '') return given.unknown('its duration is not followed');
  const total = [...parts.matchAll(/([\d.]+)(ms|h|m|s)/g)].reduce(
    (sum, [, count = '0', unit = 's']) => sum + Number(count) * (lookUp(UNITS, unit) ?? 0),
    0,
  );
  if (total > 9e12 || !Number.isInteger(total)) return given.unknown('its duration is not followed');
  return sign === '-' ? -total : total;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function formatdate(given: Arguments): Value {
  const format = given.text(0);
  const { milliseconds, offset } = momentAt(given, 1);
  // The date's fields in UTC are those of local time.
  const date = new Date(milliseconds + offset);
  const text = format.replace(/'(?:[^']|'')*'|'|([A-Za-z])\1*/g, (token) => {
    if (token === "'") return given.fail('a quote is not closed');
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    return dateToken(token, date, offset) ?? given.fail(`${token} is not part of a date`);
  });
  return computedString(text, given.at);
}

function dateToken(token: string, date: Date, offset: number): string | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const hour = date.getUTCHours();
  const minutes = Math.abs(offset) / 60_000;
  const [ahead, past] = [`${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}`, two(minutes % 60)];
  const tokens: Readonly<Record<string, string>> = {
    YYYY: String(date.getUTCFullYear()).padStart(4, '0'),
    YY: two(date.getUTCFullYear() % 100),
    MMMM: MONTHS[date.getUTCMonth()] ?? '',
    MMM: (MONTHS[date.getUTCMonth()] ?? '').slice(0, 3),
    MM: two(date.getUTCMonth() + 1),
    M: String(date.getUTCMonth() + 1),
    DD: two(date.getUTCDate()),
    D: String(date.getUTCDate()),
    EEEE: DAYS[date.getUTCDay()] ?? '',
    EEE: (DAYS[date.getUTCDay()] ?? '').slice(0, 3),
    hh: two(hour),
    h: String(hour),
    HH: two(hour % 12 || 12),
    H: String(hour % 12 || 12),
    AA: hour < 12 ? 'AM' : 'PM',
    aa: hour < 12 ? 'am' : 'pm',
    mm: two(date.getUTCMinutes()),
    m: String(date.getUTCMinutes()),
    ss: two(date.getUTCSeconds()),
    s: String(date.getUTCSeconds()),
    ZZZZZ: `${ahead}:${past}`,
    ZZZZ: `${ahead}${past}`,
    ZZZ: offset === 0 ? 'UTC' : `${ahead}${past}`,
    Z: offset === 0 ? 'Z' : `${ahead}:${past}`,
  };
  return tokens[token] ?? null;
}
