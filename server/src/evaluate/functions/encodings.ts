import { append } from '../../syntax/arrays.ts';
import { computedList, computedMember, computedObject, computedString } from '../values/makeValue.ts';
import type { Value } from '../values/value.ts';
import type { Arguments } from './arguments.ts';
import { yamldecode } from './yaml.ts';

/** Functions that read and write other forms of text. Checked against Terraform 1.11.4. */
export const ENCODING_FUNCTIONS: Readonly<Record<string, (given: Arguments) => Value>> = {
  base64decode(given) {
    const bytes = bytesOf(given.text(0)) ?? given.fail('the text is not base64');
    return computedString(textOf(bytes) ?? given.fail('the result is not UTF-8'), given.at);
  },
  base64encode: (given) => computedString(base64Of(new TextEncoder().encode(given.text(0))), given.at),
  csvdecode,
  urlencode(given) {
    const encoded = [...new TextEncoder().encode(given.text(0))].map((byte) => {
      const letter = String.fromCharCode(byte);
      if (letter === ' ') return '+';
      return /[A-Za-z0-9_.~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    });
    return computedString(encoded.join(''), given.at);
  },
  yamldecode,
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(start, start + 3);
    const bits = (one << 16) | (two << 8) | three;
    const letters = [18, 12, 6, 0].map((shift) => ALPHABET.charAt((bits >> shift) & 63)).join('');
    const missing = Math.max(0, start + 3 - bytes.length);
    text += letters.slice(0, 4 - missing) + '='.repeat(missing);
  }
  return text;
}

/** The bytes of a base64 text; null when it is not base64. Line breaks are ignored. */
function bytesOf(text: string): Uint8Array | null {
  const written = text.replace(/[\r\n]/g, '');
  const letters = written.replace(/={1,2}$/, '');
  if (written.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(letters)) return null;
  const bytes: number[] = [];
  for (let start = 0; start < letters.length; start += 4) {
    const group = [...letters.slice(start, start + 4)];
    const bits = group.reduce((sum, letter, index) => sum | (ALPHABET.indexOf(letter) << (18 - 6 * index)), 0);
    append(bytes, [bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, group.length - 1));
  }
  return new Uint8Array(bytes);
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `csvdecode` of texts without quotes: a header row, then rows with the same number of texts. */
function csvdecode(given: Arguments): Value {
  const text = given.text(0);
  if (/["\r]/.test(text)) given.unknown('its quotes are not followed');
  const [names = [], ...rows] = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(','));
  if (names.length === 0) given.fail('the text has no row of names');
  if (new Set(names).size < names.length) given.fail('two columns have one name');
  const objects = rows.map((row) => {
    if (row.length !== names.length) given.fail('a row has another number of fields');
    return computedObject(
      'object',
      names.map((name, index) => computedMember(name.normalize('NFC'), computedString(row[index] ?? '', given.at))),
      given.at,
    );
  });
  return computedList('list', objects, given.at);
}
