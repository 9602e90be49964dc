import { undecodedAt } from '../../facts/language/undecoded.ts';
import { lineEnd } from '../tokens/characters.ts';
import { Lexer } from '../tokens/lexer.ts';
import type { Attribute, Body, Comment, SyntaxProblem, Tree } from '../tree/tree.ts';
import { readBody } from './body.ts';
import { readExpression } from './expressions/expression.ts';
import { messages } from './syntaxMessages.ts';
import { Cursor } from './tokenCursor.ts';

/**
 * Reads a text as one body. Never throws; takes time linear in the text.
 *
 * When the brackets of the text match, they alone decide; when they do not, layout does too.
 */
export function readTree(text: string): Tree {
  let lexer = new Lexer(text, false);
  lexer.readAll();
  const { balanced } = lexer.frames;
  if (!balanced) {
    lexer.tokens.release();
    lexer = new Lexer(text, true);
    lexer.readAll();
  }
  const cursor = new Cursor(text, lexer.tokens, readExpression);
  const body = readBody(cursor, 0, text.length, false);
  if (lexer.unclosedComment !== -1) {
    cursor.report(lexer.unclosedComment, lexer.unclosedComment + 2, messages.commentUnclosed);
  }
  reportUndecoded(text, cursor, lexer.comments);
  lexer.tokens.release();
  const errors = tidy(text, cursor.problems);
  return { body, comments: lexer.comments, errors: withConsequences(text, body, errors, balanced) };
}

/** Reports what is not UTF-8. In comments, which are in text order, Terraform ignores it. */
function reportUndecoded(text: string, cursor: Cursor, comments: readonly Comment[]): void {
  let index = 0;
  for (let at = undecodedAt(text); at !== -1; at = undecodedAt(text, at + 1)) {
    while ((comments[index]?.end ?? text.length) <= at) index += 1;
    if ((comments[index]?.start ?? text.length) > at) cursor.report(at, at + 1, messages.notUtf8);
  }
}

/** In text order, the first of each line only (the others are consequences), none wider than its line. */
function tidy(text: string, problems: readonly SyntaxProblem[]): readonly SyntaxProblem[] {
  if (problems.length === 0) return problems;
  const kept: SyntaxProblem[] = [];
  let currentLineEnd = -1;
  for (const problem of problems.toSorted((left, right) => left.start - right.start)) {
    if (problem.start <= currentLineEnd) continue;
    currentLineEnd = lineEnd(text, problem.start);
    kept.push(problem.end <= currentLineEnd ? problem : { ...problem, end: Math.max(problem.start, currentLineEnd) });
  }
  return kept;
}

const PARTNERS: ReadonlySet<string> = new Set([
  messages.blockUnclosed,
  messages.braceUnclosed,
  messages.bracketUnclosed,
  messages.parenUnclosed,
  messages.strayCloser,
]);

/**
 * Marks consequences of the first problem: a later closer or comma that has lost its opener, and, in a text with
 * unmatched brackets, everything else in the same argument (in the same block, when the argument is unclear).
 */
function withConsequences(
  text: string,
  body: Body,
  errors: readonly SyntaxProblem[],
  balanced: boolean,
): readonly SyntaxProblem[] {
  const [first, ...others] = errors;
  if (first === undefined || others.length === 0) return errors;
  const argument = argumentAt(body, first.start);
  const follows = ({ start, message }: SyntaxProblem): boolean => {
    const isOfSame = start >= argument.start && start < argument.end;
    const hasLostPartner = PARTNERS.has(message) || /[)\]},]/.test(text.slice(start - 1, start + 1));
    return hasLostPartner || (isOfSame && !balanced);
  };
  return [first, ...others.map((error) => (follows(error) ? { ...error, isConsequence: true as const } : error))];
}

/** The argument that contains the offset, or the body if there is none. */
function argumentAt(body: Body, offset: number): Attribute | Body {
  const item = body.items.find(({ start, end }) => start <= offset && offset < end);
  if (item === undefined) return body;
  return item.kind === 'Attribute' ? item : argumentAt(item.body, offset);
}
