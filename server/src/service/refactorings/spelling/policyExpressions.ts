import { dedentedText } from '../../../ecr/documents/spelling/expressionText.ts';
import { writtenInHcl } from '../../../ecr/documents/spelling/hcl/readSource.ts';
import { writtenInTemplate } from '../../../ecr/documents/spelling/json/readSource.ts';
import type { Reading } from '../../../ecr/documents/spelling/sourceTree.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import { indentationAt, indentFollowingLines } from '../../../syntax/edit/lines.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Expression, FunctionCall, Node } from '../../../syntax/tree/tree.ts';
import { visit } from '../../../syntax/tree/walkTree.ts';
import type { RefactoringTarget } from '../refactoringTarget.ts';

/** The argument of a function call with one argument, or null for anything else. */
export function argumentOf(expression: Expression, name: string): Expression | null {
  if (expression.kind !== 'FunctionCall' || expression.name.text !== name || expression.close === null) return null;
  const [argument, ...others] = expression.arguments;
  return argument === undefined || others.length > 0 || expression.expansion !== null ? null : argument;
}

/**
 * The policy of a target, its lifecycle policy unless another is given, as written there with `jsonencode` or as JSON;
 * null in any other spelling.
 */
export function writtenAt(target: RefactoringTarget, policy = target.policy): Reading | null {
  const { source } = target;
  if (policy === null) return null;
  const { expression, vocabulary } = policy;
  if (isText(expression)) return writtenInTemplate(source, expression, vocabulary, (part) => target.evaluate(part));
  const argument = argumentOf(expression, 'jsonencode');
  if (argument === null || expression.kind !== 'FunctionCall') return null;
  if (hasLooseComment(source, expression, argument)) return { refusal: 'There are comments where they would be lost.' };
  return writtenInHcl(source, argument);
}

/** True for a string or heredoc with text of its own. */
export function isText(expression: Expression): expression is Expression & { readonly kind: 'Template' } {
  return expression.kind === 'Template' && expression.parts.some(({ kind }) => kind === 'TemplateLiteral');
}

function hasLooseComment({ piece }: PieceInFile, call: FunctionCall, argument: Expression): boolean {
  return treeOfPiece(piece).comments.some(({ start, end }) => {
    const isInside = call.start <= start && end <= call.end;
    return isInside && !(argument.start <= start && end <= argument.end);
  });
}

/** The edit that replaces an expression by a text, with its lines indented relative to the first one. */
export function replaceExpression(source: PieceInFile, expression: Expression, text: string) {
  const indentation = indentationAt(source.piece.text, expression.start);
  return { place: placeOf(source, expression), text: indentFollowingLines(text, indentation, '\n') };
}

/** The text of an expression for a line with another indentation; heredoc contents stay unchanged. */
export function textFor({ piece }: PieceInFile, expression: Expression, indentation: string): string {
  const { text } = piece;
  const heredocs: Node[] = [];
  visit(expression, (node) => {
    if (node.kind === 'Template' && node.form === 'heredoc') heredocs.push(node);
  });
  const present = indentationAt(text, expression.start);
  let result = '';
  let start = expression.start;
  for (const line of text.slice(expression.start, expression.end).split('\n')) {
    const from = start;
    const isFixed = heredocs.some((heredoc) => heredoc.start < from && from < heredoc.end);
    const isFirst = from === expression.start;
    const isMoved = !isFirst && !isFixed && line.startsWith(present) && line.trim() !== '';
    result += `${isFirst ? '' : '\n'}${isMoved ? indentation + line.slice(present.length) : line}`;
    start += line.length + 1;
  }
  return result;
}

/** True for `local.x`, `var.x`, `data.…` and the like. */
export function isReference(expression: Expression): boolean {
  return referencePath(expression) !== null;
}

/** True when an expression would mean something else in another block: `each`, `count` and `self`. */
export function usesInstance(expression: Expression): boolean {
  let found = false;
  visit(expression, (node) => {
    const root = node.kind === 'AttributeAccess' && node.object.kind === 'Variable' ? node.object.name.text : '';
    found ||= ['each', 'count', 'self'].includes(root);
  });
  return found;
}

/** An expression's text without the indentation of its place, which identifies equal ones. */
export function bareText({ piece }: PieceInFile, expression: Expression): string {
  return dedentedText(piece.text, expression);
}
