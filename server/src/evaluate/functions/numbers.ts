import type { Decimal } from '../values/decimal.ts';
import { calculate, compareDecimals, decimalOf, negated, readDecimal, wholeOf } from '../values/decimal.ts';
import { computedCount, computedList, computedNumber } from '../values/makeValue.ts';
import { NUMBER } from '../values/types.ts';
import type { Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';

type Functions = Readonly<Record<string, (given: Arguments) => Value>>;

/** Functions of numbers. Source: Terraform's documentation of each, checked against Terraform 1.11.4. */
export const NUMBER_FUNCTIONS: Functions = {
  abs(given) {
    const number = given.decimal(0);
    return computedNumber(number.value < 0 ? known(given, negated(number)) : number, given.at);
  },
  ceil: (given) => computedNumber(known(given, wholeOf('ceil', given.decimal(0))), given.at),
  floor: (given) => computedNumber(known(given, wholeOf('floor', given.decimal(0))), given.at),
  log,
  max: (given) => extreme(given, 1),
  min: (given) => extreme(given, -1),
  parseint,
  pow,
  range,
  signum: (given) => computedCount(Math.sign(given.integer(0)), given.at),
  sum(given) {
    const numbers = given.knownList(0).items.map((item): Decimal => {
      const text = item.kind === 'string' ? readDecimal(item.value) : null;
      return item.kind === 'number' ? item : (text ?? given.fail('sum() takes numbers only'));
    });
    const first = numbers[0] ?? given.fail('sum() needs at least one number');
    return computedNumber(
      numbers.slice(1).reduce((total, other) => add(given, total, other), first),
      given.at,
    );
  },
};

/** Terraform itself does not make more elements than this. */
const RANGE_LIMIT = 1024;

function known(given: Arguments, number: Decimal | null): Decimal {
  return number ?? given.unknown('its result is not followed');
}

function extreme(given: Arguments, sign: 1 | -1): Value {
  const [first, ...others] = given.values.map((_, index) => given.decimal(index));
  if (first === undefined) given.fail('at least one number is required');
  const chosen = others.reduce((best, other) => (compareDecimals(other, best) * sign > 0 ? other : best), first);
  return computedNumber(chosen, given.at);
}

function add(given: Arguments, one: Decimal, other: Decimal): Decimal {
  return known(given, calculate('+', one, other));
}

/** Terraform computes powers with doubles; only those that every machine computes alike are supported. */
function pow(given: Arguments): Value {
  const [base, power] = [given.number(0), given.number(1)];
  if (power === 0.5 && base >= 0) return computedNumber(decimalOf(Math.sqrt(base), 53), given.at);
  const exact = exactPower(base, power);
  if (exact !== null) return computedNumber(decimalOf(exact, 53), given.at);
  if (!Number.isSafeInteger(base) || !Number.isSafeInteger(power)) given.unknown('its result is not followed');
  const size = Math.abs(base) <= 1 ? base ** Math.abs(power % 2 === 0 ? 2 : 1) : base ** Math.abs(power);
  const whole = power === 0 ? 1 : size;
  if (!Number.isSafeInteger(whole) || whole === 0) given.unknown('its result is not followed');
  return computedNumber(decimalOf(power < 0 ? 1 / whole : whole, 53), given.at);
}

/** A power that a double holds exactly: of zero, or of a number with few binary places. Null for others. */
function exactPower(base: number, power: number): number | null {
  if (!Number.isSafeInteger(power) || power <= 0 || power > 50) return null;
  const whole = (base * BINARY_PLACES) ** power;
  const isExact = Number.isSafeInteger(base * BINARY_PLACES) && Number.isSafeInteger(whole);
  return isExact ? Math.abs(whole / BINARY_PLACES ** power) * (base < 0 && power % 2 === 1 ? -1 : 1) : null;
}

const BINARY_PLACES = 2 ** 4;

/** Only whole logarithms are supported: the last digit of others depends on the machine. */
function log(given: Arguments): Value {
  const [number, base] = [given.number(0), given.number(1)];
  if (number <= 0 || base <= 0) given.unknown('its result is not followed');
  const result = Math.log(number) / Math.log(base);
  if (!Number.isSafeInteger(result) || Object.is(result, -0)) given.unknown('its result is not followed');
  return computedNumber(decimalOf(result, 53), given.at);
}

function parseint(given: Arguments): Value {
  const [text, base] = [given.text(0), given.integer(1)];
  if (base < 2 || base > 62) given.fail('the base must be from 2 to 62');
  if (base > 36) given.unknown('bases over 36 are not followed');
  const [, sign = '', digits = ''] =
    /^([+-]?)([0-9a-zA-Z]+)$/.exec(text) ?? given.fail('the text is not a whole number');
  const values = [...digits.toLowerCase()].map((digit) => Number.parseInt(digit, 36));
  if (values.some((value) => value >= base)) given.fail('the text is not a whole number of that base');
  const number = values.reduce((total, value) => total * base + value, 0);
  if (!Number.isSafeInteger(number)) given.unknown('it has more digits than are followed');
  return computedCount(sign === '-' ? 0 - number : number, given.at);
}

const ZERO = decimalOf(0, 64);

function range(given: Arguments): Value {
  const numbers = given.values.map((_, index) => given.decimal(index));
  const [first = ZERO, second, third] = numbers;
  const [start, limit] = second === undefined ? [ZERO, first] : [first, second];
  const step = third ?? decimalOf(compareDecimals(limit, start) < 0 ? -1 : 1, 64);
  const direction = Math.sign(step.value);
  const distance = compareDecimals(limit, start);
  if (given.count < 1 || given.count > 3) given.fail('range() takes one to three numbers');
  if (direction === 0 || direction * distance < 0) given.fail('the step leads nowhere');
  const items: Value[] = [];
  for (let current = start; compareDecimals(limit, current) * direction > 0; current = add(given, current, step)) {
    if (items.length >= RANGE_LIMIT) given.fail('range() makes at most 1,024 elements');
    items.push(computedNumber(current, given.at));
  }
  return { ...computedList('list', items, given.at), elementType: NUMBER };
}
