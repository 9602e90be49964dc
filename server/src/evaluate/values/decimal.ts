import type { Binary, Digits } from '../binary.ts';
import { compareBinary, operate, PRECISION, rounded, shortestDigits, truncated } from '../binary.ts';

/** The number of significant decimal digits that a double preserves. */
const EXACT_DIGITS = 15;

/** Longer spellings of numbers than this are unknown. */
const LENGTH_LIMIT = 400;

/** Numbers with more places than this, before or after the point, are unknown. */
const PLACES_LIMIT = 300;

/** A whole number that a double represents exactly. */
const SHORT_WHOLE = /^\d{1,15}$/;

/**
 * A Terraform number. `value` is the nearest double; `digits` spells the number when its shortest decimal has more
 * digits than a double preserves.
 */
export interface Decimal {
  readonly value: number;
  readonly digits?: string;
  /** The number of bits that Terraform keeps, when it differs from the precision of numbers in text. */
  readonly bits?: 53 | 64;
}

/** The number that a literal or a string spells, or null when Terraform rejects it or it is too large. */
export function readDecimal(text: string): Decimal | null {
  if (SHORT_WHOLE.test(text)) return { value: Number(text) };
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (match === null || text.length > LENGTH_LIMIT) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  if (digits === 0n) return sign === '-' ? null : { value: 0 };
  const size = digits.toString().length - places;
  if (Math.abs(size) > PLACES_LIMIT || Math.abs(places) > LENGTH_LIMIT) return null;
  const spelled = `${sign === '-' ? '-' : ''}${digits}e${-places}`;
  const value = Number(spelled);
  if (digits.toString().replace(/0+$/, '').length <= EXACT_DIGITS) return { value };
  const binary = readBinary(spelled);
  return binary && fromBinary(binary);
}

/** A number that a double represents, and that Terraform also computes with as a double or a whole number. */
export function decimalOf(value: number, bits?: 53 | 64): Decimal {
  return bits === undefined ? { value } : { value, bits };
}

/** True for text that spells a number, supported or not. */
export function isDecimal(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/** A number as Terraform prints it: plain digits, no exponent. */
export function printDecimal({ value, digits }: Decimal): string {
  if (digits !== undefined) return digits;
  const text = String(value);
  if (!text.includes('e')) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?e([+-]?\d+)$/.exec(text) ?? [];
  return sign + plain({ digits: `${whole}${fraction}`, point: whole.length + Number(exponent) });
}

/** Digits as a decimal without an exponent. */
export function plain({ digits, point }: Digits): string {
  if (digits === '') return '0';
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** The number that Terraform computes with. */
export function binaryOf({ value, digits, bits }: Decimal): Binary {
  if (Number.isSafeInteger(value) && digits === undefined) return rounded(BigInt(value), 1n) ?? ZERO;
  if (bits === 53) return ofDouble(value);
  return readBinary(digits ?? String(value)) ?? ZERO;
}

const ZERO: Binary = { mantissa: 0n, exponent: 0 };

function ofDouble(value: number): Binary {
  let [scaled, exponent] = [value, 0];
  while (!Number.isSafeInteger(scaled) && exponent > -1100) {
    scaled *= 2;
    exponent -= 1;
  }
  return rounded(BigInt(scaled), 1n, exponent) ?? ZERO;
}

function readBinary(text: string): Binary | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text) ?? [];
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  return places > 0 ? rounded(digits, 10n ** BigInt(places)) : rounded(digits * 10n ** BigInt(-places), 1n);
}

/** The number that a computation gave; null when it is too large. */
function fromBinary(binary: Binary): Decimal | null {
  const shortest = shortestDigits(binary);
  if (Math.abs(shortest.point) > PLACES_LIMIT || shortest.digits.length - shortest.point > LENGTH_LIMIT) return null;
  const text = (binary.mantissa < 0n ? '-' : '') + plain(shortest);
  const value = Number(text);
  return shortest.digits.length <= EXACT_DIGITS ? { value } : { value, digits: text };
}

/** One arithmetic operation, rounded as Terraform does; null when the result is out of range or undefined. */
export function calculate(operator: '+' | '-' | '*' | '/' | '%', left: Decimal, right: Decimal): Decimal | null {
  const bits = lessPrecise(left, right);
  const plainly = calculateWhole(operator, left, right);
  if (plainly !== null) return bits === undefined ? { value: plainly } : { value: plainly, bits };
  const [one, other] = [binaryOf(left), binaryOf(right)];
  // Terraform distinguishes negative zero from zero, and prints it.
  const mayBeNegativeZero = (left.value < 0 || right.value < 0) && operator !== '+' && operator !== '-';
  const result = operate(operator, one, other);
  if (result === null || (result.mantissa === 0n && mayBeNegativeZero)) return null;
  const decimal = fromBinary(result);
  if (decimal === null || bits === undefined) return decimal;
  // For less precise numbers only results without rounding are supported.
  return Number.isSafeInteger(decimal.value) ? { ...decimal, bits } : null;
}

/** The sum, difference or product of whole numbers when doubles are exact; null otherwise. */
function calculateWhole(operator: '+' | '-' | '*' | '/' | '%', left: Decimal, right: Decimal): number | null {
  const [one, other] = [left.value, right.value];
  const isPlain = left.digits === undefined && right.digits === undefined;
  if (!isPlain || !Number.isInteger(one) || !Number.isInteger(other)) return null;
  if (operator === '/' || operator === '%' || (operator === '*' && (one < 0 || other < 0))) return null;
  const result = operator === '+' ? one + other : operator === '-' ? one - other : one * other;
  return [one, other, result].every((number) => Math.abs(number) < EXACT_LIMIT) ? result : null;
}

/** Below it, whole numbers have no more digits than a double preserves. */
const EXACT_LIMIT = 10 ** EXACT_DIGITS;

/** The precision of a result, when it is below the usual one. */
function lessPrecise({ bits: one }: Decimal, { bits: other }: Decimal): 53 | 64 | undefined {
  if (one === undefined || other === undefined) return undefined;
  return one > other ? one : other;
}

/** Negative, zero or positive, as the first number is less than, equal to or greater than the second. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const isPlain = one.digits === undefined && other.digits === undefined && one.bits !== 53 && other.bits !== 53;
  if (isPlain) return one.value - other.value;
  return compareBinary(binaryOf(one), binaryOf(other));
}

/** The number with the opposite sign; null for zero, whose negative Terraform distinguishes. */
export function negated({ value, digits, bits }: Decimal): Decimal | null {
  if (value === 0 && digits === undefined) return null;
  const sign = digits?.startsWith('-') ? digits.slice(1) : digits && `-${digits}`;
  return { value: -value, ...(sign === undefined ? {} : { digits: sign }), ...(bits === undefined ? {} : { bits }) };
}

/** The nearest whole number at or below (`floor`) or at or above (`ceil`) a number. */
export function wholeOf(direction: 'floor' | 'ceil', decimal: Decimal): Decimal | null {
  if (Number.isSafeInteger(decimal.value) && decimal.digits === undefined) return decimalOf(decimal.value, 64);
  const binary = binaryOf(decimal);
  const whole = truncated(binary);
  const isCut = compareBinary({ mantissa: whole, exponent: 0 }, binary) !== 0;
  const isNegative = binary.mantissa < 0n;
  const moved = isCut && isNegative === (direction === 'floor') ? whole + (isNegative ? -1n : 1n) : whole;
  if (moved === 0n && isNegative) return decimalOf(0, 64);
  const result = rounded(moved, 1n, 0, PRECISION);
  const found = result && fromBinary(result);
  return found && Number.isSafeInteger(found.value) ? decimalOf(found.value, 64) : found;
}

/** True for a number without a fraction. */
export function isWhole(decimal: Decimal): boolean {
  return decimal.digits === undefined ? Number.isInteger(decimal.value) : !decimal.digits.includes('.');
}
