/**
 * The end of literal template text from `offset`: before an interpolation, at `end`, and in a quoted string before its
 * closing quote or its line's end. When the text contains escapes, or a carriage return that does not end a line, the
 * result is its complement (`~`).
 */
export function literalEnd(text: string, offset: number, end: number, quoted: boolean): number {
  let position = offset;
  let escaped = false;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code === 36 || code === 37) {
      const next = text.charCodeAt(position + 1);
      if (next === 123) break;
      const isEscape = next === code && text.charCodeAt(position + 2) === 123;
      escaped ||= isEscape;
      position += isEscape ? 3 : 1;
    } else if (code === 13 && text.charCodeAt(position + 1) !== 10) {
      escaped = true;
      position += 1;
    } else if (!quoted) {
      position += 1;
    } else if (code === 34 || code === 10 || code === 13) {
      break;
    } else if (code === 92) {
      escaped = true;
      position += position + 1 < end && !isLineEnd(text, position + 1) ? 2 : 1;
    } else {
      position += 1;
    }
  }
  return escaped ? ~Math.min(position, end) : Math.min(position, end);
}

function isLineEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 10 || (code === 13 && text.charCodeAt(offset + 1) === 10);
}

/** True when a quoted string that continues at the offset has its quote or another interpolation on the same line. */
export function continuesOnLine(text: string, offset: number): boolean {
  const end = literalEnd(text, offset, text.length, true);
  const code = text.charCodeAt(end < 0 ? ~end : end);
  return code === 34 || code === 36 || code === 37;
}

const opener = /[{[(]/;

/**
 * The probable end of an unclosed string's text from `start` to its line's end at `end`: what looks like the line's
 * last brackets is not text. `closer` is the character that would close the bracket around the string, or 0.
 */
export function unclosedTextEnd(text: string, start: number, end: number, closer: number): number {
  let from = end;
  let lastVisible = -1;
  while (from > start) {
    const character = text.charAt(from - 1);
    if (!' \t{[(}]),'.includes(character)) break;
    if (lastVisible === -1 && character !== ' ' && character !== '\t') lastVisible = from - 1;
    from -= 1;
  }
  if (lastVisible === -1) return end;
  const endsOpen = opener.test(text.charAt(lastVisible));
  for (let offset = from; offset < end; offset += 1) {
    const code = text.charCodeAt(offset);
    if (code === closer || (endsOpen && opener.test(text.charAt(offset)))) return trimmedEnd(text, start, offset);
  }
  return end;
}

function trimmedEnd(text: string, start: number, end: number): number {
  let trimmed = end;
  while (trimmed > start && (text.charAt(trimmed - 1) === ' ' || text.charAt(trimmed - 1) === '\t')) trimmed -= 1;
  return trimmed;
}
