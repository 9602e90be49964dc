import type { Expression, Range } from '../../../syntax/tree/tree.ts';

/** The brackets of a container; `close` is null while it is being typed. */
interface Brackets {
  readonly open: Range;
  readonly close: Range | null;
}

/** The end of a container's content: at its closer, or at `limit` without one. */
export function insideEnd({ close }: Brackets, limit: number): number {
  return close === null ? limit : close.start;
}

/** True when the offset is between the brackets. */
export function isBetween(container: Brackets, offset: number, limit: number): boolean {
  return offset >= container.open.end && offset <= insideEnd(container, limit);
}

/** True when the expression's last construct lacks its closer, so that what follows may still belong to it. */
export function isOpenEnded(expression: Expression): boolean {
  switch (expression.kind) {
    case 'TupleExpression':
    case 'ObjectExpression':
    case 'ForExpression':
    case 'FunctionCall':
    case 'Parenthesized':
      return expression.close === null;
    case 'Template':
      return expression.close === null && expression.form === 'heredoc';
    case 'Conditional':
      return isOpenEnded(expression.otherwise);
    case 'BinaryOperation':
      return isOpenEnded(expression.right);
    default:
      return false;
  }
}

/** True when the offset is in the expression, touches it, or follows one that was left open. */
export function holds(expression: Expression, offset: number, limit: number): boolean {
  if (offset < expression.start) return false;
  return offset <= expression.end || (isOpenEnded(expression) && offset <= limit);
}
