import { hasHeredoc } from '../../../ecr/documents/spelling/expressionText.ts';
import { isJsonConfiguration } from '../../../embedded/terraformJson.ts';
import type { LocalDeclaration } from '../../../module/declarations/declarations.ts';
import { isOverrideFile } from '../../../module/sources/overrides.ts';
import { indentationAt, isBlank, lineEnd, lineStart } from '../../../syntax/edit/lines.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { PieceInFile } from '../../../syntax/tree/place.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { AttributeAccess, Expression, Node } from '../../../syntax/tree/tree.ts';
import { pathAt } from '../../../syntax/tree/walkTree.ts';
import { policyLocals } from '../../cursor/policy/policyLocals.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { RefactoringTarget } from '../refactoringTarget.ts';
import { textFor } from '../spelling/policyExpressions.ts';
import { commentsLostBy, silenceAround } from '../topLevel.ts';
import { usesOf } from './mentions.ts';
import { removeLocal } from './removeLocal.ts';

/** Expressions that can replace a reference without parentheses. */
const WHOLE: readonly Expression['kind'][] = [
  'Template',
  'Variable',
  'AttributeAccess',
  'IndexAccess',
  'FunctionCall',
  'TupleExpression',
  'ObjectExpression',
  'ForExpression',
  'Parenthesized',
  'BooleanLiteral',
  'NullLiteral',
];

/** Places where an expression of any kind needs no parentheses. */
const ROOMY = [
  'Attribute',
  'ObjectItem',
  'TupleExpression',
  'FunctionCall',
  'ForExpression',
  'Parenthesized',
  'TemplateInterpolation',
];

/** Replaces a policy's reference to a local by the local's value; removes the local when nothing else refers to it. */
export const inlineLocal: Refactoring = {
  id: 'inline-local',
  kind: 'refactor.inline',
  offers(target) {
    const found = referenceAt(target);
    const declaration = found && target.module?.module.localDeclaration(found.reference.name.text);
    if (found === null || target.module === null || !declaration) return [];
    const title = `Inline local.${declaration.name}`;
    const refusal = refusalOf(target, found, declaration);
    if (refusal !== null) return [refused(title, refusal)];
    const { isSole } = usesOf(target.module.module, ['local', declaration.name]);
    return [isSole ? inlineLast(target, found, declaration, title) : inline(target, found, declaration, title)];
  },
};

/** `local.x`, and the expression around it. */
interface FoundReference {
  readonly reference: AttributeAccess;
  readonly parent: Node;
  /** True when it is inside a string or heredoc, at any depth. */
  readonly isInText: boolean;
}

/** The local at the cursor, inside a policy or a part of one; else the one that is the whole policy. */
function referenceAt({ module, source, policy, local, document, range }: RefactoringTarget): FoundReference | null {
  const isPolicyLocal = local !== null && module?.module.remember(policyLocals).has(local.name) === true;
  if (policy === null && document === null && !isPolicyLocal) return null;
  return referenceIn(source, range.start) ?? (policy && referenceIn(source, policy.expression.start));
}

function referenceIn({ piece }: PieceInFile, offset: number): FoundReference | null {
  const path = pathAt(treeOfPiece(piece), offset);
  const index = path.findIndex((node) => {
    return node.kind === 'AttributeAccess' && node.object.kind === 'Variable' && node.object.name.text === 'local';
  });
  const [reference, parent] = [path[index], path[index - 1]];
  if (reference?.kind !== 'AttributeAccess' || parent === undefined) return null;
  return { reference, parent, isInText: path.slice(0, index).some(({ kind }) => kind === 'Template') };
}

function refusalOf(
  { source }: RefactoringTarget,
  { reference, parent, isInText }: FoundReference,
  declaration: LocalDeclaration,
) {
  const { value } = declaration.attribute;
  const { uri, piece } = declaration.source;
  if (isJsonConfiguration(uri) || isOverrideFile(uri)) return 'The local is declared in a file that is not written.';
  if (treeOfPiece(piece).errors.length > 0) return 'The text around the local has errors.';
  const isMultiline = piece.text.slice(value.start, value.end).includes('\n');
  if (isInText && isMultiline) return 'It has several lines and would become part of a string.';
  const { text } = source.piece;
  const endsLine = isBlank(text, reference.end, lineEnd(text, reference.end));
  if (hasHeredoc(value) && !(parent.kind === 'Attribute' && endsLine))
    return 'A heredoc is only allowed at the end of an argument.';
  return silenceAround(declaration.source, declaration.attribute);
}

function editOf(
  { source }: RefactoringTarget,
  { reference, parent }: FoundReference,
  { source: home, attribute }: LocalDeclaration,
) {
  const around = source.piece.text;
  const text = textFor(home, attribute.value, indentationAt(around, reference.start));
  const isWhole = ROOMY.includes(parent.kind) || WHOLE.includes(attribute.value.kind);
  // The formatter does not join two braces.
  const gap = text.startsWith('{') && around.slice(0, reference.start).endsWith('${') ? ' ' : '';
  return { place: placeOf(source, reference), text: isWhole ? gap + text : `(${text})` };
}

function inline(target: RefactoringTarget, found: FoundReference, declaration: LocalDeclaration, title: string): Offer {
  return offered(title, () => [editOf(target, found, declaration)]);
}

/** The same, with the declaration removed and its comments kept above the argument. */
function inlineLast(
  target: RefactoringTarget,
  found: FoundReference,
  declaration: LocalDeclaration,
  title: string,
): Offer {
  const { source } = target;
  const removed = removeLocal(declaration);
  const remarks = commentsLostBy(removed, declaration.attribute.value);
  const at = argumentLine(source, found);
  if (remarks.length > 0 && at === null)
    return refused(title, 'The local has comments, which have no place at its use.');
  return offered(title, () => {
    const edits = [editOf(target, found, declaration), removed];
    if (at === null || remarks.length === 0) return edits;
    const indentation = indentationAt(source.piece.text, at);
    const text = remarks.map((remark) => `${indentation}${remark}\n`).join('');
    return [...edits, { place: placeOf(source, { start: at, end: at }), text }];
  });
}

/** The start of the line of the argument or item with a reference as its value, if it begins that line. */
function argumentLine({ piece }: PieceInFile, { reference, parent }: FoundReference): number | null {
  if (parent.kind !== 'Attribute' && parent.kind !== 'ObjectItem') return null;
  const line = lineStart(piece.text, reference.start);
  return isBlank(piece.text, line, parent.start) ? line : null;
}
