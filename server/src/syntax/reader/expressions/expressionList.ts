import { TokenKind } from '../../tokens/tokens.ts';
import type { Expression } from '../../tree/tree.ts';
import { messages } from '../syntaxMessages.ts';
import type { Cursor } from '../tokenCursor.ts';

/**
 * Reads expressions separated by commas up to the cursor's limit. `afterItem` runs before each comma. A missing comma
 * does not swallow the next item; anything that is not an expression becomes an `InvalidExpression`.
 */
export function readSequence(cursor: Cursor, afterItem: () => void): readonly Expression[] {
  const items: Expression[] = [];
  while (cursor.kind !== TokenKind.End) {
    if (cursor.kind === TokenKind.Comma) {
      cursor.reportHere(messages.commaUnexpected);
      cursor.take();
      continue;
    }
    const before = cursor.position;
    const item = cursor.readExpression(cursor);
    items.push(cursor.position === before ? takeInvalid(cursor) : item);
    afterItem();
    if (cursor.kind === TokenKind.Comma) cursor.take();
    else if (cursor.kind !== TokenKind.End) cursor.reportHere(messages.commaMissing);
  }
  return items;
}

/** Consumes one token that does not begin an expression; its problem has been reported. */
function takeInvalid(cursor: Cursor): Expression {
  const { start, end } = cursor.take();
  return { kind: 'InvalidExpression', start, end };
}
