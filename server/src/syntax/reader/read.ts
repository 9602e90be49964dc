import { lineEnd } from '../tokens/characters.ts';
import { Lexer } from '../tokens/lexer.ts';
import type { SyntaxProblem, Tree } from '../tree/tree.ts';
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
  if (!lexer.frames.balanced) {
    lexer.tokens.release();
    lexer = new Lexer(text, true);
    lexer.readAll();
  }
  const cursor = new Cursor(text, lexer.tokens, readExpression);
  const body = readBody(cursor, 0, text.length, false);
  if (lexer.unclosedComment !== -1) {
    cursor.report(lexer.unclosedComment, lexer.unclosedComment + 2, messages.commentUnclosed);
  }
  lexer.tokens.release();
  return { body, comments: lexer.comments, errors: tidy(text, cursor.problems) };
}

/** In text order, the first of each line only (the others follow from it), none wider than its line. */
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
