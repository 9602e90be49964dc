import { TokenKind } from '../../tokens/tokens.ts';
import type { Expression, Name, Range } from '../../tree/tree.ts';
import { messages } from '../syntaxMessages.ts';
import type { Cursor } from '../tokenCursor.ts';
import { readSequence } from './expressionList.ts';

/** Reads `name(…)` or `namespace::name(…)` at the cursor. */
export function readFunctionCall(cursor: Cursor): Expression {
  const name = readQualifiedName(cursor);
  if (cursor.kind !== TokenKind.ParenOpen) {
    cursor.reportHere(messages.functionParen);
    const open = { start: name.end, end: name.end };
    return {
      kind: 'FunctionCall',
      start: name.start,
      end: name.end,
      name,
      open,
      arguments: [],
      expansion: null,
      close: null,
    };
  }
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  let expansion: Range | null = null;
  const items = readSequence(cursor, () => {
    if (cursor.kind !== TokenKind.Ellipsis) return;
    expansion = cursor.take();
    if (cursor.kind !== TokenKind.End) cursor.reportHere(messages.ellipsisNotLast);
  });
  const close = cursor.leave(inside);
  if (close === null) cursor.report(open.start, open.end, messages.parenUnclosed);
  const end = close?.end ?? cursor.openEnd();
  return { kind: 'FunctionCall', start: name.start, end, name, open, arguments: items, expansion, close };
}

/** A function's name with its namespaces, written without spaces. */
function readQualifiedName(cursor: Cursor): Name {
  const first = cursor.takeName();
  let { text, end } = first;
  while (cursor.kind === TokenKind.DoubleColon) {
    end = cursor.take().end;
    text += '::';
    if (cursor.kind !== TokenKind.Identifier) {
      cursor.reportHere(messages.namespaceName);
      break;
    }
    const part = cursor.takeName();
    text += part.text;
    end = part.end;
  }
  return { kind: 'Name', start: first.start, end, text };
}
