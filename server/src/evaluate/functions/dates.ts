import { lookUp } from '../../facts/lookUp.ts';
import { computedCount, computedString } from '../values/makeValue.ts';
import type { Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';

/** Date functions that do not depend on the clock: for whole seconds in the years 1 to 9999. */
export const DATE_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  formatdate,
  timeadd(given) {
    const { milliseconds, offset, zone } = momentAt(given, 0);
    const moved = milliseconds + durationAt(given, 1);
    if (moved % 1000 !== 0) given.unknown('its fractions of seconds are not followed');
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
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(Z|([+-])(\d\d):(\d\d))$/.exec(text);
  if (match === null) return given.unknown('its moment is not followed');
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', zone = 'Z', sign, ...ahead] = match;
  const [year_, month_, day_, hour_, minute_, second_] = [year, month, day, hour, minute, second].map(Number);
  const local = Date.UTC(year_ ?? 0, (month_ ?? 1) - 1, day_, hour_, minute_, second_);
  const isReal = new Date(local).toISOString().startsWith(text.slice(0, 19));
  if (!isReal || Number(year) < 100) return given.unknown('its moment is not followed');
  const minutes = Number(ahead[0] ?? 0) * 60 + Number(ahead[1] ?? 0);
  const offset = (sign === '-' ? -1 : 1) * minutes * 60_000;
  if (zone !== 'Z' && offset === 0) return given.unknown('its time zone is not followed');
  return { milliseconds: local - offset, offset, zone };
}

const UNITS: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };

function durationAt(given: Arguments, index: number): number {
  const [, sign = '', parts = ''] = /^([-+]?)((?:\d{1,9}(?:ms|h|m|s))+)$/.exec(given.text(index)) ?? [];
  if (parts === '') return given.unknown('its duration is not followed');
  const total = [...parts.matchAll(/(\d+)(ms|h|m|s)/g)].reduce(
    (sum, [, count = '0', unit = 's']) => sum + Number(count) * (lookUp(UNITS, unit) ?? 0),
    0,
  );
  if (total > 9e12) return given.unknown('its duration is not followed');
  return sign === '-' ? -total : total;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** `formatdate` for moments in UTC. */
function formatdate(given: Arguments): Value {
  const format = given.text(0);
  const { milliseconds, offset } = momentAt(given, 1);
  if (offset !== 0) given.unknown('its time zone is not followed');
  const date = new Date(milliseconds);
  const text = format.replace(/'(?:[^']|'')*'|'|([A-Za-z])\1*/g, (token) => {
    if (token === "'") return given.fail('a quote is not closed');
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    return dateToken(token, date) ?? given.fail(`${token} is not part of a date`);
  });
  return computedString(text, given.at);
}

function dateToken(token: string, date: Date): string | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const hour = date.getUTCHours();
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
    ZZZZZ: '+00:00',
    ZZZZ: '+0000',
    ZZZ: 'UTC',
    Z: 'Z',
  };
  return tokens[token] ?? null;
}
