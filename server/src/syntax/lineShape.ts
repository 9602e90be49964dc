import { blankEnd, identifierEnd, startsIdentifier } from './characters.ts';

/** What a line's first words look like, seen from its text alone. */
export const LineShape = { Other: 0, Attribute: 1, BlockHeader: 2 } as const;

/** Words that may come before a `{` inside an expression. */
const expressionWords = new Set(['for', 'in', 'if']);

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
 * header. Neither can stand there in parentheses, brackets or an interpolation, a header not even in an object.
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
    if (wordStart >= 0 && end - wordStart <= 3 && expressionWords.has(text.slice(wordStart, end)))
      return LineShape.Other;
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
