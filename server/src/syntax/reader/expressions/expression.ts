import { continueBefore, continueBehind } from '../../brokenLines.ts';
import { TokenKind } from '../../tokens/tokens.ts';
import type { Expression } from '../../tree/tree.ts';
import { messages } from '../syntaxMessages.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import { CHAIN_LIMIT, type Cursor, NESTING_LIMIT } from '../tokenCursor.ts';
import { readObject, readTuple } from './bracketedExpressions.ts';
import { readFunctionCall } from './functionCall.ts';
import { binaryOperatorOf, precedenceOf } from './operatorTokens.ts';
import { readTraversals } from './traversal.ts';

/** Reads one expression at the cursor; a `MissingExpression`, without consuming anything, when none begins. */
export function readExpression(cursor: Cursor): Expression {
  if (cursor.depth >= NESTING_LIMIT) return giveUp(cursor, messages.nestingTooDeep);
  cursor.depth += 1;
  const first = readBinary(cursor, 0);
  continueBefore(cursor, (kind) => kind === TokenKind.Question);
  const expression = cursor.kind === TokenKind.Question ? readConditional(cursor, first) : first;
  cursor.depth -= 1;
  return expression;
}

/** Consumes the rest of the expression as unreadable. */
function giveUp(cursor: Cursor, message: string): Expression {
  if (cursor.kind === TokenKind.End || cursor.kind === TokenKind.Newline) return cursor.missing(message);
  const start = cursor.start;
  cursor.reportHere(message);
  while (cursor.kind !== TokenKind.End && cursor.kind !== TokenKind.Newline) cursor.position += 1;
  return { kind: 'InvalidExpression', start, end: cursor.lastEnd };
}

function readConditional(cursor: Cursor, condition: Expression): Expression {
  const question = cursor.take();
  continueBehind(cursor);
  const then = cursor.readExpression(cursor);
  continueBefore(cursor, (kind) => kind === TokenKind.Colon);
  if (cursor.kind !== TokenKind.Colon) {
    const otherwise = cursor.missing(messages.conditionalColon);
    const { start } = condition;
    return { kind: 'Conditional', start, end: otherwise.end, condition, question, then, colon: null, otherwise };
  }
  const colon = cursor.take();
  continueBehind(cursor);
  const otherwise = cursor.readExpression(cursor);
  const { start } = condition;
  return { kind: 'Conditional', start, end: otherwise.end, condition, question, then, colon, otherwise };
}

/** Reads operations whose operators bind tighter than `least`. */
function readBinary(cursor: Cursor, least: number): Expression {
  let left = readOperand(cursor);
  for (let chain = 0; ; chain += 1) {
    // A line that begins with a minus may be meant as a separate one.
    continueBefore(cursor, (kind) => kind !== TokenKind.Minus && precedenceOf(kind) > least);
    const { kind } = cursor;
    const precedence = precedenceOf(kind);
    if (precedence <= least) return left;
    const operatorRange = cursor.take();
    continueBehind(cursor);
    const right = chain >= CHAIN_LIMIT ? giveUp(cursor, messages.chainTooLong) : readBinary(cursor, precedence);
    const operator = binaryOperatorOf(kind);
    left = { kind: 'BinaryOperation', start: left.start, end: right.end, operator, operatorRange, left, right };
  }
}

function readOperand(cursor: Cursor): Expression {
  const term = readTerm(cursor);
  return term.kind === 'MissingExpression' ? term : readTraversals(cursor, term);
}

function readTerm(cursor: Cursor): Expression {
  const { kind } = cursor;
  switch (kind) {
    case TokenKind.Identifier:
      return readWord(cursor);
    case TokenKind.Number: {
      const { start, end } = cursor.take();
      return { kind: 'NumberLiteral', start, end, text: cursor.text.slice(start, end) };
    }
    case TokenKind.QuoteOpen:
    case TokenKind.HeredocOpen:
      return readTemplate(cursor);
    case TokenKind.BracketOpen:
      return readTuple(cursor);
    case TokenKind.BraceOpen:
      return readObject(cursor);
    case TokenKind.ParenOpen:
      return readParenthesized(cursor);
    case TokenKind.Not:
    case TokenKind.Minus:
      return readUnary(cursor, kind === TokenKind.Not ? '!' : '-');
    case TokenKind.Invalid: {
      cursor.reportHere(messages.expression);
      const { start, end } = cursor.take();
      return { kind: 'InvalidExpression', start, end };
    }
    default:
      return cursor.missing(messages.expression);
  }
}

function readWord(cursor: Cursor): Expression {
  const next = cursor.nextKind;
  if (next === TokenKind.ParenOpen || next === TokenKind.DoubleColon) return readFunctionCall(cursor);
  const name = cursor.takeName();
  const { start, end, text } = name;
  if (text === 'true' || text === 'false') return { kind: 'BooleanLiteral', start, end, value: text === 'true' };
  if (text === 'null') return { kind: 'NullLiteral', start, end };
  return { kind: 'Variable', start, end, name };
}

function readUnary(cursor: Cursor, operator: '!' | '-'): Expression {
  if (cursor.depth >= NESTING_LIMIT) return giveUp(cursor, messages.nestingTooDeep);
  const { start } = cursor.take();
  cursor.depth += 1;
  const operand = readOperand(cursor);
  cursor.depth -= 1;
  return { kind: 'UnaryOperation', start, end: operand.end, operator, operand };
}

function readParenthesized(cursor: Cursor): Expression {
  const inside = cursor.enter(cursor.position, false);
  const open = cursor.take();
  const expression = cursor.readExpression(cursor);
  if (cursor.kind !== TokenKind.End) {
    cursor.reportHere(messages.parenUnclosed);
    cursor.skipJunk(false);
  }
  const close = cursor.leave(inside);
  if (close === null) cursor.report(open.start, open.end, messages.parenUnclosed);
  return { kind: 'Parenthesized', start: open.start, end: close?.end ?? cursor.openEnd(), open, expression, close };
}
