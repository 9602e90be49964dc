import type { Expression } from '../../../syntax/tree/tree.ts';
import { holds, insideEnd, isBetween } from './extent.ts';

/** Functions that return one of their arguments. */
const CHOOSING_CALLS = new Set(['coalesce', 'try']);

/**
 * The expression at an offset that gives the whole value there: a branch of a conditional, the content of parentheses,
 * an argument of a function that chooses one. Null when another value is written, such as a condition.
 */
export function partAt(value: Expression, offset: number, limit: number): Expression | null {
  switch (value.kind) {
    case 'Parenthesized':
      return isBetween(value, offset, limit) ? partAt(value.expression, offset, insideEnd(value, limit)) : null;
    case 'Conditional':
      if (value.colon !== null && offset >= value.colon.end) return partAt(value.otherwise, offset, limit);
      return offset < value.question.end ? null : partAt(value.then, offset, value.colon?.start ?? limit);
    case 'FunctionCall': {
      if (!CHOOSING_CALLS.has(value.name.text) || !isBetween(value, offset, limit)) return null;
      const end = insideEnd(value, limit);
      const argument = value.arguments.find((candidate) => holds(candidate, offset, end));
      return argument === undefined ? missingAt(offset) : partAt(argument, offset, end);
    }
    default:
      return value;
  }
}

/** What is expected at an offset where nothing is written yet. */
export function missingAt(offset: number): Expression {
  return { kind: 'MissingExpression', start: offset, end: offset };
}
