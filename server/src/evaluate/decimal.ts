/** Significant digits that a double keeps of any decimal number. */
const EXACT_DIGITS = 15;

/** A decimal number: `digits` × 10^-`scale`. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** The number that a literal or a string spells, or null when a double would not hold it exactly or Terraform refuses it. */
export function readDecimal(text: string): number | null {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  return toNumber({ digits, scale: fraction.length - Number(exponent) });
}

/** True for text that spells a number, whether a double holds it or not. */
export function isDecimal(text: string): boolean {
  return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

/** A number as Terraform prints it: plain digits, no exponent. */
export function printDecimal(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  const { digits, scale } = decimalOf(value);
  const negative = digits < 0n;
  const plain = (negative ? -digits : digits).toString();
  const printed =
    scale <= 0
      ? plain + '0'.repeat(-scale)
      : `${plain.slice(0, -scale) || '0'}.${plain.slice(-scale).padStart(scale, '0')}`;
  return negative ? `-${printed}` : printed;
}

/** True for numbers that binary fractions spell exactly; Terraform's arithmetic shows the error of others. */
function isExactInBinary(value: number): boolean {
  return Number.isInteger(value * 2 ** 20);
}

/** One arithmetic operation, exactly; null when the result is not exact, or there is none. */
export function calculate(operator: '+' | '-' | '*' | '/' | '%', left: number, right: number): number | null {
  if (!isExactInBinary(left) || !isExactInBinary(right)) return null;
  // Terraform tells a negative zero from zero, and prints it.
  const mayBeNegativeZero = (left < 0 || right < 0) && (operator === '*' || operator === '/' || operator === '%');
  const result = exactResult(operator, left, right);
  return result === 0 && mayBeNegativeZero ? null : result;
}

function exactResult(operator: '+' | '-' | '*' | '/' | '%', left: number, right: number): number | null {
  const [one, other] = aligned(decimalOf(left), decimalOf(right));
  switch (operator) {
    case '+':
      return toNumber({ digits: one.digits + other.digits, scale: one.scale });
    case '-':
      return toNumber({ digits: one.digits - other.digits, scale: one.scale });
    case '*':
      return toNumber({ digits: one.digits * other.digits, scale: one.scale + other.scale });
    case '/':
      return other.digits === 0n ? null : quotient(one.digits, other.digits);
    case '%':
      return other.digits === 0n ? null : toNumber({ digits: one.digits % other.digits, scale: one.scale });
  }
}

function quotient(dividend: bigint, divisor: bigint): number | null {
  const scaled = dividend * 10n ** BigInt(EXACT_DIGITS);
  const result = scaled % divisor === 0n ? toNumber({ digits: scaled / divisor, scale: EXACT_DIGITS }) : null;
  return result !== null && isExactInBinary(result) ? result : null;
}

function decimalOf(value: number): Decimal {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(String(value)) ?? [];
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length - Number(exponent) };
}

function aligned(one: Decimal, other: Decimal): readonly [Decimal, Decimal] {
  const scale = Math.max(one.scale, other.scale);
  const shift = (decimal: Decimal): Decimal => ({
    digits: decimal.digits * 10n ** BigInt(scale - decimal.scale),
    scale,
  });
  return [shift(one), shift(other)];
}

function toNumber({ digits, scale }: Decimal): number | null {
  if (digits === 0n) return 0;
  let [shortest, places] = [digits, scale];
  while (shortest % 10n === 0n) {
    shortest /= 10n;
    places -= 1;
  }
  const length = shortest.toString().replace('-', '').length;
  if (length > EXACT_DIGITS || Math.abs(places) > 300) return null;
  const value = Number(`${shortest}e${-places}`);
  return Number.isFinite(value) ? value : null;
}
