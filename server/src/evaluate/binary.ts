/**
 * Numbers as Terraform computes with them: binary fractions of a bounded precision, rounded to even. A number is
 * `mantissa` × 2^`exponent`.
 */
export interface Binary {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The bits that Terraform keeps of a number written as text, and of results computed from it. */
export const PRECISION = 512;

/** Numbers beyond this power of two are unknown. */
const EXPONENT_LIMIT = 8192;

/** The number of bits of a number. */
function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(16).length * 4 - leadingZeros(value);
}

function leadingZeros(value: bigint): number {
  return Math.clz32(Number.parseInt(value.toString(16).charAt(0), 16)) - 28;
}

/** `numerator` / `denominator` × 2^`exponent`, rounded to this many bits; null when out of range. */
export function rounded(numerator: bigint, denominator: bigint, exponent = 0, bits = PRECISION): Binary | null {
  const isNegative = numerator < 0n !== denominator < 0n;
  const [over, under] = [abs(numerator), abs(denominator)];
  if (over === 0n) return { mantissa: 0n, exponent: 0 };
  const shift = bits + 2 - (bitLength(over) - bitLength(under));
  const scaled = shift >= 0 ? over << BigInt(shift) : over;
  const divisor = shift >= 0 ? under : under << BigInt(-shift);
  const quotient = scaled / divisor;
  const sticky = scaled % divisor === 0n ? 0n : 1n;
  const extra = bitLength(quotient) - bits;
  const mantissa = roundToEven((quotient << 1n) | sticky, extra + 1);
  const result = normalized(isNegative ? -mantissa : mantissa, exponent - shift + extra);
  return Math.abs(result.exponent) > EXPONENT_LIMIT ? null : result;
}

/** A number without its last bits, rounded to the nearest, ties to even. */
function roundToEven(value: bigint, dropped: number): bigint {
  const unit = 1n << BigInt(dropped);
  const [kept, rest, half] = [value / unit, value % unit, unit / 2n];
  const isUp = rest > half || (rest === half && (kept & 1n) === 1n);
  return isUp ? kept + 1n : kept;
}

/** The same number with an odd mantissa. */
function normalized(mantissa: bigint, exponent: number): Binary {
  if (mantissa === 0n) return { mantissa, exponent: 0 };
  const lowest = abs(mantissa) & -abs(mantissa);
  const zeros = bitLength(lowest) - 1;
  return { mantissa: mantissa >> BigInt(zeros), exponent: exponent + zeros };
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** One arithmetic operation; null when it has no result or one that is out of range. */
export function operate(operator: '+' | '-' | '*' | '/' | '%', one: Binary, other: Binary): Binary | null {
  switch (operator) {
    case '+':
      return add(one, other);
    case '-':
      return add(one, { ...other, mantissa: -other.mantissa });
    case '*':
      return rounded(one.mantissa * other.mantissa, 1n, one.exponent + other.exponent);
    case '/':
      return other.mantissa === 0n ? null : rounded(one.mantissa, other.mantissa, one.exponent - other.exponent);
    case '%':
      return remainder(one, other);
  }
}

function add(one: Binary, other: Binary): Binary | null {
  const exponent = Math.min(one.exponent, other.exponent);
  return rounded(atExponent(one, exponent) + atExponent(other, exponent), 1n, exponent);
}

/** Terraform's remainder: the dividend minus the divisor times the truncated quotient. */
function remainder(one: Binary, other: Binary): Binary | null {
  const quotient = operate('/', one, other);
  const product = quotient && operate('*', other, { mantissa: truncated(quotient), exponent: 0 });
  return product && operate('-', one, product);
}

/** The mantissa of a number for a smaller exponent. */
function atExponent({ mantissa, exponent }: Binary, smaller: number): bigint {
  return mantissa << BigInt(exponent - smaller);
}

/** The whole part of a number. */
export function truncated({ mantissa, exponent }: Binary): bigint {
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const whole = abs(mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -whole : whole;
}

/** Negative, zero or positive, as the first number is less than, equal to or greater than the second. */
export function compareBinary(one: Binary, other: Binary): number {
  const exponent = Math.min(one.exponent, other.exponent);
  const difference = atExponent(one, exponent) - atExponent(other, exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** A decimal fraction: `digits` without zeros at either end, the point before the digit at `point`. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

/** All decimal digits of a number, without its sign. */
export function exactDigits({ mantissa, exponent }: Binary): Digits {
  const size = abs(mantissa);
  if (exponent >= 0) return trimmedDigits((size << BigInt(exponent)).toString(), 0);
  return trimmedDigits((size * 5n ** BigInt(-exponent)).toString(), exponent);
}

function trimmedDigits(text: string, scale: number): Digits {
  const digits = withoutZeros(text);
  return digits === '' ? { digits, point: 0 } : { digits, point: text.length + scale };
}

/** A text without trailing zeros; a regular expression would try every run of zeros. */
function withoutZeros(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '0') end -= 1;
  return text.slice(0, end);
}

/** The fewest decimal digits that are read back as this number, without its sign. */
export function shortestDigits(value: Binary, bits = PRECISION): Digits {
  const size = abs(value.mantissa);
  if (size === 0n) return { digits: '', point: 0 };
  // The last bit counts half a unit of the last place.
  const shift = bits + 1 - bitLength(size);
  const [mantissa, exponent] = [size << BigInt(shift), value.exponent - shift];
  const exact = exactDigits({ mantissa, exponent });
  const lower = exactDigits({ mantissa: mantissa - 1n, exponent });
  const upper = exactDigits({ mantissa: mantissa + 1n, exponent });
  const isInclusive = (mantissa & 2n) === 0n;
  const at = ({ digits }: Digits, index: number) => Number(digits[index] ?? 0);
  for (let index = 0; index < exact.digits.length; index += 1) {
    const [low, middle, high] = [at(lower, index), at(exact, index), at(upper, index)];
    const isLast = index + 1 === lower.digits.length;
    const mayCut = low !== middle || (isInclusive && isLast);
    const mayRaise = middle !== high && (isInclusive || middle + 1 < high || index + 1 < upper.digits.length);
    if (mayCut && mayRaise) return roundedDigits(exact, index + 1);
    if (mayCut) return trimmed(exact, index + 1);
    if (mayRaise) return raised(exact, index + 1);
  }
  return exact;
}

/** The number rounded to this many digits, halves to even. */
export function roundedDigits(value: Digits, count: number): Digits {
  if (count >= value.digits.length) return value;
  if (count < 0) return { digits: '', point: 0 };
  const next = value.digits.charAt(count);
  const isHalf = next === '5' && value.digits.length === count + 1;
  const isUp = isHalf ? count > 0 && Number(value.digits[count - 1]) % 2 === 1 : next >= '5';
  return isUp ? raised(value, count) : trimmed(value, count);
}

function trimmed({ digits, point }: Digits, count: number): Digits {
  const kept = withoutZeros(digits.slice(0, count));
  return kept === '' ? { digits: '', point: 0 } : { digits: kept, point };
}

function raised({ digits, point }: Digits, count: number): Digits {
  const next = (BigInt(`0${digits.slice(0, count)}`) + 1n).toString().padStart(count, '0');
  return { digits: withoutZeros(next), point: point + next.length - Math.max(count, 0) };
}
