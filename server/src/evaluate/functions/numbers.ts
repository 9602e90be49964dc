import { calculate, readDecimal } from '../decimal.ts';
import { NUMBER } from '../types.ts';
import type { Value } from '../value.ts';
import { computedNumber } from '../value.ts';
import type { Arguments } from './arguments.ts';

type Functions = Readonly<Record<string, (given: Arguments) => Value>>;

/** Functions of numbers. Source: Terraform's documentation of each, checked against Terraform 1.11.4. */
export const NUMBER_FUNCTIONS: Functions = {
  abs: (given) => computedNumber(Math.abs(given.number(0)), given.at),
  ceil: (given) => computedNumber(Math.ceil(given.number(0)) + 0, given.at),
  floor: (given) => computedNumber(Math.floor(given.number(0)) + 0, given.at),
  signum: (given) => computedNumber(Math.sign(given.number(0)), given.at),
  max: (given) => extreme(given, Math.max),
  min: (given) => extreme(given, Math.min),
  parseint,
  sum(given) {
    const items = given.knownList(0).items;
    if (items.length === 0) given.fail('sum() needs at least one number');
    return computedNumber(
      items.reduce((total, _, index) => add(given, total, numberAt(given, index)), 0),
      given.at,
    );
  },
  range,
};

/** More elements than this Terraform does not make either. */
const RANGE_LIMIT = 1024;

function extreme(given: Arguments, choose: (...numbers: number[]) => number): Value {
  if (given.count === 0) given.fail('at least one number is required');
  const numbers = given.values.map((_, index) => given.number(index));
  return computedNumber(choose(...numbers), given.at);
}

function numberAt(given: Arguments, index: number): number {
  const item = given.knownList(0).items[index];
  if (item?.kind === 'number') return item.value;
  const number = item?.kind === 'string' ? readDecimal(item.value) : null;
  return number ?? given.fail('sum() takes numbers only');
}

function add(given: Arguments, one: number, other: number): number {
  return calculate('+', one, other) ?? given.unknown('its result is not an exact decimal');
}

function parseint(given: Arguments): Value {
  const [text, base] = [given.text(0), given.integer(1)];
  if (base < 2 || base > 62) given.fail('the base must be from 2 to 62');
  if (base > 36) given.unknown('bases over 36 are not followed');
  const [, sign = '', digits = ''] = /^([+-]?)([0-9a-zA-Z]+)$/.exec(text) ?? given.fail('the text is no whole number');
  const values = [...digits.toLowerCase()].map((digit) => Number.parseInt(digit, 36));
  if (values.some((value) => value >= base)) given.fail('the text is no whole number of that base');
  const number = values.reduce((total, value) => total * base + value, 0);
  if (!Number.isSafeInteger(number)) given.unknown('it has more digits than are followed');
  return computedNumber(sign === '-' ? 0 - number : number, given.at);
}

function range(given: Arguments): Value {
  const numbers = given.values.map((_, index) => given.number(index));
  const [first = 0, second, third] = numbers;
  const [start, limit] = second === undefined ? [0, first] : [first, second];
  const step = third ?? (limit < start ? -1 : 1);
  if (given.count < 1 || given.count > 3) given.fail('range() takes one to three numbers');
  if (step === 0 || (step > 0 && limit < start) || (step < 0 && limit > start)) given.fail('the step leads nowhere');
  const items: Value[] = [];
  for (let current = start; step > 0 ? current < limit : current > limit; current = add(given, current, step)) {
    if (items.length >= RANGE_LIMIT) given.fail('range() makes at most 1,024 elements');
    items.push(computedNumber(current, given.at));
  }
  return { kind: 'list', form: 'list', items, open: false, elementType: NUMBER, ...given.at, derived: true };
}
