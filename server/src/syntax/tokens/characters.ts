import { LATER_FIRST_LETTERS, LATER_LETTERS } from '../../facts/language/laterLetters.ts';

/** Bits of a character's class, for ASCII characters. */
const IDENTIFIER_START = 1;
const IDENTIFIER_PART = 2;
const DIGIT = 4;

const classes = new Uint8Array(128);
for (let code = 0; code < 128; code += 1) {
  const character = String.fromCharCode(code);
  if (/[A-Za-z_]/.test(character)) classes[code] = IDENTIFIER_START | IDENTIFIER_PART;
  else if (/[0-9]/.test(character)) classes[code] = IDENTIFIER_PART | DIGIT;
  else if (character === '-') classes[code] = IDENTIFIER_PART;
}

const unicodeStart = /^\p{ID_Start}$/u;
const unicodePart = /^\p{ID_Continue}$/u;

const laterLetters = readRanges(LATER_LETTERS);
const laterFirstLetters = readRanges(LATER_FIRST_LETTERS);

/** First and last code points of ranges alternately, ascending. */
function readRanges(ranges: string): readonly number[] {
  return ranges
    .trim()
    .split(/\s+/)
    .flatMap((range) => {
      const [first = '', last = first] = range.split('-');
      return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
    });
}

/** True for a character in one of the ranges. */
function isAmong(ranges: readonly number[], character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] ?? 0) <= code) low = middle + 1;
    else high = middle;
  }
  return low % 2 === 1 || ranges[low - 1] === code;
}

function isLetter(character: string): boolean {
  return unicodeStart.test(character) && !isAmong(laterLetters, character) && !isAmong(laterFirstLetters, character);
}

function isLetterOrMark(character: string): boolean {
  return unicodePart.test(character) && !isAmong(laterLetters, character);
}

function codePointText(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

/** True when an identifier can begin at the offset. */
export function startsIdentifier(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return ((classes[code] ?? 0) & IDENTIFIER_START) !== 0;
  return code >= 128 && isLetter(codePointText(text, offset));
}

/** True for a common identifier character; beyond ASCII always true. */
export function looksLikeIdentifier(code: number): boolean {
  return code >= 128 || ((classes[code] ?? 0) & IDENTIFIER_PART) !== 0;
}

/** Where the identifier that begins at the offset ends. */
export function identifierEnd(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (((classes[code] ?? 0) & IDENTIFIER_PART) === 0) return end;
      end += 1;
    } else {
      if (end >= text.length) return end;
      const character = codePointText(text, end);
      if (!isLetterOrMark(character)) return end;
      end += character.length;
    }
  }
}

/** True for a text that is entirely a name in Terraform's language. */
export function isIdentifier(text: string): boolean {
  return startsIdentifier(text, 0) && identifierEnd(text, 0) === text.length;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digitsEnd(text: string, offset: number): number {
  let end = offset;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

/** Where the number that begins with a digit at the offset ends: digits, a fraction, an exponent. */
export function numberEnd(text: string, offset: number): number {
  let end = digitsEnd(text, offset);
  if (text.charCodeAt(end) === 46 && isDigit(text.charCodeAt(end + 1))) end = digitsEnd(text, end + 1);
  const exponent = text.charCodeAt(end);
  if (exponent !== 101 && exponent !== 69) return end;
  const sign = text.charCodeAt(end + 1);
  const digits = sign === 43 || sign === 45 ? end + 2 : end + 1;
  return isDigit(text.charCodeAt(digits)) ? digitsEnd(text, digits) : end;
}

/** Skips spaces and tabs forwards. */
export function blankEnd(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code !== 32 && code !== 9) return end;
    end += 1;
  }
}

/**
 * Skips what HCL trims around a heredoc's closing marker: all Unicode white space. Line feeds and carriage returns end
 * it; the byte order mark is not white space.
 */
export function spaceEnd(text: string, offset: number): number {
  let end = offset;
  while (isSpace(text.charCodeAt(end))) end += 1;
  return end;
}

function isSpace(code: number): boolean {
  if (code < 128) return code === 32 || code === 9 || code === 11 || code === 12;
  return code === 0x85 || (code !== 0xfeff && /\s/.test(String.fromCharCode(code)));
}

/** The offset of the line's end: its `\n` (or the `\r` before that), or the text's end. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return newline > offset && text.charCodeAt(newline - 1) === 13 ? newline - 1 : newline;
}

/** The offset of the first character of the line that holds the offset. */
export function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}
