/** Something that other JSON dialects allow: half-open offsets of the text, and the JSON that should replace it. */
export interface JsonSlip {
  readonly kind: 'comment' | 'trailing-comma' | 'single-quotes';
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Finds comments, trailing commas and single-quoted strings outside JSON strings, in one pass. */
export function findSlips(text: string): JsonSlip[] {
  const slips: JsonSlip[] = [];
  let offset = 0;
  let comma = -1;
  while (offset < text.length) {
    const character = text.charAt(offset);
    const end = commentEnd(text, offset);
    if (end !== null) {
      slips.push({ kind: 'comment', start: offset, end, replacement: '' });
      offset = end;
    } else if (character === '"' || character === "'") {
      const close = stringEnd(text, offset, character);
      if (character === "'" && close !== null) slips.push(singleQuoted(text, offset, close));
      offset = close ?? lineEndOf(text, offset);
      comma = -1;
    } else {
      if ((character === ']' || character === '}') && comma !== -1) {
        slips.push({ kind: 'trailing-comma', start: comma, end: comma + 1, replacement: '' });
      }
      if (character.trim() !== '') comma = character === ',' ? offset : -1;
      offset += 1;
    }
  }
  return slips.sort((one, other) => one.start - other.start);
}

/** The text with its typos neutralised; every offset stays the same. */
export function withoutSlips(text: string, slips: readonly JsonSlip[]): string {
  let result = '';
  let offset = 0;
  for (const { kind, start, end } of slips) {
    const stretch = text.slice(start, end);
    const harmless =
      kind === 'single-quotes' ? `"${stretch.slice(1, -1).replace(/["\\]/g, ' ')}"` : stretch.replace(/[^\r\n]/g, ' ');
    result += text.slice(offset, start) + harmless;
    offset = end;
  }
  return result + text.slice(offset);
}

function singleQuoted(text: string, start: number, end: number): JsonSlip {
  const content = text
    .slice(start + 1, end - 1)
    .replaceAll("\\'", "'")
    .replaceAll('"', '\\"');
  return { kind: 'single-quotes', start, end, replacement: `"${content}"` };
}

/** The end of the comment that starts at the offset; null when none does. */
function commentEnd(text: string, offset: number): number | null {
  if (text[offset] === '#' || text.startsWith('//', offset)) return lineEndOf(text, offset);
  if (!text.startsWith('/*', offset)) return null;
  const close = text.indexOf('*/', offset + 2);
  return close === -1 ? text.length : close + 2;
}

/** The end of the string that starts at the offset; null when its line ends first. */
function stringEnd(text: string, start: number, quote: string): number | null {
  for (let offset = start + 1; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '\n') return null;
    if (character === '\\') offset += 1;
    else if (character === quote) return offset + 1;
  }
  return null;
}

function lineEndOf(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline === -1) return text.length;
  return text[newline - 1] === '\r' && newline - 1 > offset ? newline - 1 : newline;
}
