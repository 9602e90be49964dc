import { blankEnd, identifierEnd, lineEnd, startsIdentifier } from './characters.ts';

/** What a line's first words look like, judged by its text alone. */
export const LineShape = { Other: 0, Attribute: 1, BlockHeader: 2 } as const;

const expressionWords = new Set(['for', 'in', 'if']);

/** True for a word that may come before a `{` inside an expression. */
export function isExpressionWord(text: string, start: number, end: number): boolean {
  return end - start <= 3 && expressionWords.has(text.slice(start, end));
}

/** Where the quoted label that begins at the offset ends, or -1 when it does not end on its line. */
function labelEnd(text: string, offset: number): number {
  let end = offset + 1;
  for (;;) {
    const code = text.charCodeAt(end);
    if (code === 34) return end + 1;
    if (code === 10 || code === 13 || end >= text.length) return -1;
    end += code === 92 ? 2 : 1;
  }
}

/**
 * The shape of the text from the offset of a line's first word: `name =` is an attribute, `type "label" {` a block
 * header. Neither can be inside parentheses, brackets or an interpolation, and a header cannot be inside an object.
 */
export function lineShapeAt(text: string, offset: number): number {
  if (!startsIdentifier(text, offset)) return LineShape.Other;
  let end = identifierEnd(text, offset);
  let next = blankEnd(text, end);
  if (text.charCodeAt(next) === 61) {
    const after = text.charCodeAt(next + 1);
    return after === 61 || after === 62 ? LineShape.Other : LineShape.Attribute;
  }
  let wordStart = offset;
  for (;;) {
    if (wordStart >= 0 && isExpressionWord(text, wordStart, end)) return LineShape.Other;
    const code = text.charCodeAt(next);
    if (code === 123) return LineShape.BlockHeader;
    if (code === 34) {
      end = labelEnd(text, next);
      wordStart = -1;
      if (end === -1) return LineShape.Other;
    } else if (startsIdentifier(text, next)) {
      wordStart = next;
      end = identifierEnd(text, next);
    } else {
      return LineShape.Other;
    }
    next = blankEnd(text, end);
  }
}

/**
 * The indentation that an argument's line should have among the lines around it. A line with too little indentation (on
 * an empty line, say, or directly above a closer) belongs where the next line shows.
 */
export function standingIndent(text: string, offset: number, indent: number): number {
  const end = lineEnd(text, offset);
  let last = end - 1;
  while (last > offset && (text.charCodeAt(last) === 32 || text.charCodeAt(last) === 9)) last -= 1;
  if (isOpener(text.charCodeAt(last))) return indent;
  let start = end;
  let first = end;
  while (first < text.length && (text.charCodeAt(first) === 10 || text.charCodeAt(first) === 13)) {
    start = first + 1;
    first = blankEnd(text, start);
  }
  const below = first - start;
  if (isCloser(text.charCodeAt(first))) return Math.max(indent, below + 1);
  const mayBeText = text.slice(offset, end).includes('<<') && lineShapeAt(text, first) === LineShape.Other;
  return mayBeText ? indent : Math.max(indent, below);
}

function isOpener(code: number): boolean {
  return code === 123 || code === 91 || code === 40;
}

/** True for `}`, `]` and `)`. */
export function isCloser(code: number): boolean {
  return code === 125 || code === 93 || code === 41;
}
