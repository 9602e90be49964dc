import { documentSourceOf } from '../../ecr/documents/documentSource.ts';
import { LIFECYCLE } from '../../ecr/documents/lifecycle/vocabulary.ts';
import { VOCABULARIES } from '../../ecr/documents/vocabularies.ts';
import type { Vocabulary } from '../../ecr/documents/vocabulary.ts';
import { ACCESS_PLACES } from '../../facts/access/accessPlaces.ts';
import { IAM_DOCUMENT_TYPE } from '../../facts/access/iamPolicyDocument.ts';
import { IMPORT_BODY } from '../../facts/imports/importArguments.ts';
import { SOURCE_OF_KNOWN } from '../../facts/modules/inputArguments.ts';
import { LIFECYCLE_BLOCK, META_ARGUMENTS } from '../../facts/provider/metaArguments.ts';
import type { BodyFact } from '../../facts/provider/resourceSchema.ts';
import { bodyFact, typesOfBlock } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { treeOfPiece } from '../../syntax/tree/file.ts';
import type { Attribute, Block, Expression, Template } from '../../syntax/tree/tree.ts';
import { pathAt } from '../../syntax/tree/walkTree.ts';
import type { AccessCursor } from './access/accessCursor.ts';
import { accessCursor, accessFileCursor } from './access/accessCursor.ts';
import type { AddressNameCursor, AttributeCursor } from './block/attributeCursor.ts';
import { referenceCursor } from './block/attributeCursor.ts';
import type { ArgumentValueCursor, BlockCursor } from './block/blockCursor.ts';
import { blockCursor, itemAt, labelSlot } from './block/blockCursor.ts';
import { callBody } from './block/calledModule.ts';
import { isOpenEnded } from './block/extent.ts';
import type { RepositoryPlaceCursor } from './block/repositoryPlaceCursor.ts';
import { repositoryPlaceCursor } from './block/repositoryPlaceCursor.ts';
import type { Point, Slot } from './point.ts';
import { hasNewline } from './point.ts';
import { commentAt, pointIn } from './pointIn.ts';
import type { DocumentCursor } from './policy/documentCursor.ts';
import { documentOfFile } from './policy/documentOfFile.ts';
import { hclPolicyCursor } from './policy/hclPolicyCursor.ts';
import { jsonPolicyCursor } from './policy/jsonPolicyCursor.ts';
import type { DocumentShape } from './policy/keyShape.ts';
import { textShape } from './policy/keyShape.ts';
import type { PolicyCursor } from './policy/policyCursor.ts';
import { policyLocals, shapeByKeys } from './policy/policyLocals.ts';
import type { TagListCursor } from './policy/tagListCursor.ts';
import { tagListCursor } from './policy/tagListCursor.ts';

/** The cursor is in the first label of a `resource`, `data` or `ephemeral` block, between its quotes. */
export interface TypeLabelCursor {
  readonly kind: 'type-label';
  readonly blockType: string;
  readonly owner: Block;
  readonly slot: Slot;
}

/** The cursor is in the second label of a block of ECR, between its quotes. */
interface NameLabelCursor {
  readonly kind: 'name-label';
  readonly declaration: BlockDeclaration;
  readonly slot: Slot;
}

/** The cursor is on the word that a top-level `import` block begins with. */
interface ImportWordCursor {
  readonly kind: 'import-word';
  readonly slot: Slot;
}

/** What is at a cursor, as far as it concerns ECR. */
export type Cursor =
  | PolicyCursor
  | DocumentCursor
  | BlockCursor
  | TypeLabelCursor
  | NameLabelCursor
  | ImportWordCursor
  | AttributeCursor
  | AddressNameCursor
  | TagListCursor
  | AccessCursor
  | RepositoryPlaceCursor;

export interface LocatedCursor {
  readonly point: Point;
  readonly cursor: Cursor;
}

/**
 * What is at a file offset (UTF-16); null when it does not concern ECR. The cost depends on the piece at the cursor.
 */
export function cursorAt(module: Module, uri: string, offset: number): LocatedCursor | null {
  const point = pointIn(module, uri, offset);
  if (point === null) return module.file(uri) === undefined ? policyFileCursor(module, uri, offset) : null;
  if (commentAt(point) !== null) return null;
  const cursor =
    tagListCursor(point) ??
    accessCursor(point) ??
    topLevel(point) ??
    referenceCursor(point) ??
    repositoryPlaceCursor(point);
  return cursor === null ? null : { point, cursor };
}

/** A policy in a separate file reads like a heredoc with nothing else in it. */
function policyFileCursor(module: Module, uri: string, offset: number): LocatedCursor | null {
  const file = module.environment.attachedAt(uri);
  if (file === undefined) return null;
  const { piece } = file.place;
  const whole = { start: 0, end: piece.text.length };
  const segment = { ...whole, value: piece.text, verbatim: true };
  const parts = [{ kind: 'TemplateLiteral' as const, value: piece.text, segments: [segment], ...whole }];
  const [open, close] = [whole.start, whole.end].map((edge) => ({ start: edge, end: edge }));
  if (open === undefined || close === undefined) return null;
  const template: Template = {
    kind: 'Template',
    form: 'heredoc',
    parts,
    open,
    close,
    marker: null,
    indented: false,
    ...whole,
  };
  const point: Point = { module, source: { uri, piece }, text: piece.text, base: 0, offset };
  const { vocabulary, place } = documentOfFile(module, uri);
  const target = ACCESS_PLACES.find((one) => one === place)?.target;
  const inAccess = target === undefined ? null : accessFileCursor(point, target);
  const cursor = tagListCursor(point) ?? inAccess ?? jsonPolicyCursor(point, template, vocabulary);
  return cursor === null ? null : { point, cursor };
}

function topLevel(point: Point): Cursor | null {
  const { offset, source, text } = point;
  const found = itemAt(treeOfPiece(source.piece).body, offset, text.length);
  if (found?.item.kind !== 'Block') return null;
  const { item: block } = found;
  const isInside = block.open !== null && offset >= block.open.end;
  if (!isInside) return importWord(point, block) ?? typeLabel(point, block) ?? nameLabel(point, block);
  if (block.close !== null && offset > block.close.start) return null;
  if (block.type.text === 'locals') return localsCursor(point, block);
  const schema = schemaOf(point, block);
  if (schema === null) return documentAlone(point, block);
  const cursor = blockCursor(point, block, schema);
  if (cursor?.kind !== 'argument-value') return cursor;
  if (cursor.fact.role === 'lifecycle-rules')
    return hclPolicyCursor(point, cursor.attribute.value, LIST_OF_RULES, cursor.limit) ?? cursor;
  const vocabulary = cursor.fact.role === 'lifecycle-policy' ? LIFECYCLE : vocabularyAt(point, block, cursor);
  if (vocabulary === undefined) return cursor;
  return hclPolicyCursor(point, cursor.attribute.value, textShape(vocabulary), cursor.limit) ?? cursor;
}

/** Rules without a policy around them. */
const LIST_OF_RULES: DocumentShape = { kind: 'list', vocabulary: LIFECYCLE, level: 'rule', isSingle: false };

/** In a block whose arguments are unknown: the document that it sets, and the source of a call. */
function documentAlone(point: Point, block: Block): PolicyCursor | DocumentCursor | ArgumentValueCursor | null {
  const limit = block.close?.start ?? point.text.length;
  const found = itemAt(block.body, point.offset, limit);
  if (found?.item.kind !== 'Attribute' || point.offset < found.item.equals.end) return null;
  if (block.type.text === 'module' && found.item.name.text === SOURCE_OF_KNOWN.name)
    return { kind: 'argument-value', fact: SOURCE_OF_KNOWN, attribute: found.item, owner: block, limit: found.limit };
  const taken = documentIn(point, block, found.item);
  if (taken === undefined || point.offset < taken.expression.start) return null;
  return hclPolicyCursor(point, taken.expression, textShape(taken.vocabulary), found.limit);
}

/** The vocabulary of the document that an argument takes. */
function vocabularyAt(point: Point, block: Block, { attribute }: ArgumentValueCursor): Vocabulary | undefined {
  return documentIn(point, block, attribute)?.vocabulary;
}

interface TakenDocument {
  readonly vocabulary: Vocabulary;
  /** The expression of its text: that of the argument, or of a key of its object. */
  readonly expression: Expression;
}

/** The document that an argument of a block takes; undefined for any other argument. */
function documentIn({ module, source }: Point, block: Block, attribute: Attribute): TakenDocument | undefined {
  const declaration = module.declarations(source.piece).blocks.find((candidate) => candidate.block === block);
  if (declaration === undefined) return undefined;
  for (const vocabulary of VOCABULARIES) {
    const document = documentSourceOf(declaration, vocabulary);
    if (document?.argument === attribute) return { vocabulary, expression: document.expression };
  }
  return undefined;
}

/** The arguments and blocks of a top-level block, or null for a block that does not concern ECR. */
function schemaOf({ module, source }: Point, block: Block): BodyFact | null {
  if (block.type.text === 'import') return IMPORT_BODY;
  if (block.type.text === 'module') {
    const call = module.declarations(source.piece).blocks.find((declaration) => declaration.block === block);
    return call === undefined ? null : callBody(module, call);
  }
  const fact = bodyFact(block.type.text, block.labels[0]?.text ?? '');
  if (fact === undefined) return null;
  return { arguments: [...fact.arguments, ...META_ARGUMENTS], blocks: [...fact.blocks, LIFECYCLE_BLOCK] };
}

function importWord({ offset }: Point, { type }: Block): ImportWordCursor | null {
  if (type.text !== 'import' || offset > type.end) return null;
  return { kind: 'import-word', slot: { start: type.start, end: type.end, quotes: 'none' } };
}

function nameLabel(point: Point, block: Block): NameLabelCursor | null {
  const [type, name] = block.labels;
  const isKnown = bodyFact(block.type.text, type?.text ?? '') !== undefined || type?.text === IAM_DOCUMENT_TYPE;
  const slot = isKnown ? labelSlot(point, name) : null;
  const { module, source } = point;
  const declaration = slot && module.declarations(source.piece).blocks.find((candidate) => candidate.block === block);
  return slot && declaration ? { kind: 'name-label', declaration, slot } : null;
}

function typeLabel(point: Point, block: Block): TypeLabelCursor | null {
  const blockType = block.type.text;
  const slot = typesOfBlock(blockType).length === 0 ? null : labelSlot(point, block.labels[0]);
  return slot && { kind: 'type-label', blockType, owner: block, slot };
}

function localsCursor(point: Point, block: Block): PolicyCursor | DocumentCursor | null {
  const { module, offset, source, text } = point;
  const limit = block.close?.start ?? text.length;
  const found = itemAt(block.body, offset, limit);
  if (found?.item.kind !== 'Attribute') return null;
  const { name, equals, value } = found.item;
  const isMissing = value.kind === 'MissingExpression';
  if (offset < equals.end || (isMissing && hasNewline(text, equals.end, offset))) return null;
  if (!isMissing && offset > value.end && !isOpenEnded(value)) return null;
  const known = module.remember(policyLocals).get(name.text);
  if (known !== undefined) return hclPolicyCursor(point, value, known, found.limit);
  for (const node of pathAt(treeOfPiece(source.piece), offset)) {
    const isList = node.kind === 'TupleExpression' || node.kind === 'ObjectExpression';
    const shape = isList && node.start >= value.start ? shapeByKeys(node) : null;
    if (isList && shape !== null) return hclPolicyCursor(point, node, shape, found.limit);
  }
  return null;
}
