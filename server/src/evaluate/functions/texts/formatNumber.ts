import type { Digits } from '../../binary.ts';
import { exactDigits, roundedDigits, shortestDigits, truncated } from '../../binary.ts';
import type { Decimal } from '../../values/decimal.ts';
import { binaryOf, isWhole, plain } from '../../values/decimal.ts';

/** The part between `%` and the verb. */
export interface NumberStyle {
  readonly flags: string;
  readonly width: number | null;
  readonly precision: number | null;
}

const BASES = { d: 10, b: 2, o: 8, x: 16, X: 16 } as const;
const PREFIXES = { d: '', b: '0b', o: '0', x: '0x', X: '0X' } as const;

/** A whole number in a base; null for a number with a fraction. */
export function printInteger(number: Decimal, verb: keyof typeof BASES, style: NumberStyle): string | null {
  if (!isWhole(number)) return null;
  const { flags, precision } = style;
  const whole = truncated(binaryOf(number));
  const size = whole < 0n ? -whole : whole;
  const written = size.toString(BASES[verb]);
  const digits = verb === 'X' ? written.toUpperCase() : written;
  if (precision === 0 && digits === '0') return '';
  const sign = signOf(whole < 0n, flags);
  const prefix = sign + (flags.includes('#') ? PREFIXES[verb] : '');
  const filled = digits.padStart(precision ?? 0, '0');
  return padNumber(prefix, filled, precision === null ? style : { ...style, flags: flags.replaceAll('0', '') });
}

/** A number in one of the forms of floating point. */
export function printFloat(number: Decimal, verb: 'e' | 'E' | 'f' | 'g' | 'G', style: NumberStyle): string {
  const { precision, flags } = style;
  const text = floatText(number, verb, precision);
  return padNumber(signOf(number.value < 0, flags), text, style);
}

function floatText(number: Decimal, verb: 'e' | 'E' | 'f' | 'g' | 'G', precision: number | null): string {
  const binary = binaryOf(number);
  const exact = exactDigits(binary);
  switch (verb) {
    case 'f': {
      const places = precision ?? 6;
      return fixed(roundedDigits(exact, exact.point + places), places);
    }
    case 'e':
    case 'E': {
      const places = precision ?? 6;
      return scientific(roundedDigits(exact, places + 1), places, verb);
    }
    default:
      if (precision === null) return general(shortestOf(number), null, verb === 'g' ? 'e' : 'E');
      return general(roundedDigits(exact, precision || 1), precision || 1, verb === 'g' ? 'e' : 'E');
  }
}

function shortestOf(number: Decimal): Digits {
  return shortestDigits(binaryOf(number), number.bits);
}

/** A number as `%v` prints it: the fewest digits, with an exponent when there are many zeros. */
export function printShort(number: Decimal): string {
  return (number.value < 0 ? '-' : '') + general(shortestOf(number), null, 'e');
}

function fixed(digits: Digits, places: number): string {
  const [whole = '0', fraction = ''] = plain(digits).split('.');
  return places === 0 ? whole : `${whole}.${fraction.slice(0, places).padEnd(places, '0')}`;
}

function scientific({ digits, point }: Digits, places: number, letter: string): string {
  const exponent = digits === '' ? 0 : point - 1;
  const fraction = digits.slice(1, places + 1).padEnd(places, '0');
  const power = `${Math.abs(exponent)}`.padStart(2, '0');
  return `${digits.charAt(0) || '0'}${places > 0 ? `.${fraction}` : ''}${letter}${exponent < 0 ? '-' : '+'}${power}`;
}

/** The shorter of the two forms, by Go's measure; `precision` is null for the fewest digits. */
function general(value: Digits, precision: number | null, letter: string): string {
  const { digits, point } = value;
  const threshold =
    precision === null ? 6 : precision > digits.length && digits.length >= point ? digits.length : precision;
  const exponent = point - 1;
  const isScientific = digits !== '' && (exponent < -4 || exponent >= threshold);
  return isScientific ? scientific(value, Math.max(0, digits.length - 1), letter) : plain(value);
}

function signOf(isNegative: boolean, flags: string): string {
  if (isNegative) return '-';
  return flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
}

function padNumber(prefix: string, digits: string, { flags, width }: NumberStyle): string {
  const missing = Math.max(0, (width ?? 0) - prefix.length - digits.length);
  if (flags.includes('-')) return prefix + digits + ' '.repeat(missing);
  return flags.includes('0') ? prefix + '0'.repeat(missing) + digits : ' '.repeat(missing) + prefix + digits;
}
