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

function codePointText(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

/** True when an identifier can begin at the offset. */
export function startsIdentifier(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 128) return ((classes[code] ?? 0) & IDENTIFIER_START) !== 0;
  return code >= 128 && unicodeStart.test(codePointText(text, offset));
}

/** True for a character that identifiers are mostly made of; beyond ASCII it says yes to all. */
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
      if (!unicodePart.test(character)) return end;
      end += character.length;
    }
  }
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
