import type { AttributeFact } from '../../../facts/provider/resourceSchema.ts';
import { bodyFact } from '../../../facts/provider/resources.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { referencePath } from '../../../module/declarations/referencePaths.ts';
import type { Module } from '../../../module/module.ts';
import { RESOURCE_ROOT } from '../../../syntax/referenceRoots.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { AttributeAccess, Expression, Node } from '../../../syntax/tree/tree.ts';
import { pathAt } from '../../../syntax/tree/walkTree.ts';
import type { Point, Slot } from '../point.ts';
import { callOutputs } from './calledModule.ts';

/** The cursor follows the address of an ECR block or of a call: it is at an attribute, or where one may be written. */
export interface AttributeCursor {
  readonly kind: 'attribute';
  /** The type of the block, or the address of the call. */
  readonly of: string;
  readonly attributes: readonly AttributeFact[];
  readonly slot: Slot;
}

/** The cursor follows an ECR type, or `module`: it is at a block's name, or where one may be written. */
export interface AddressNameCursor {
  readonly kind: 'address-name';
  /** What the address begins with: `aws_ecr_repository`, `data.aws_ecr_image`, `module`. */
  readonly prefix: string;
  readonly slot: Slot;
}

/** What a reference at the point names, anywhere in a module; null for anything except ECR blocks and calls. */
export function referenceCursor({ module, source, offset }: Point): AttributeCursor | AddressNameCursor | null {
  const nodes = pathAt(treeOfPiece(source.piece), offset);
  const access = accessAt(nodes, offset);
  const path = access && withoutRoot(elementOf(access.object, nodes) ?? referencePath(access.object));
  if (access === null || path === null) return null;
  const slot: Slot = { start: access.name.start, end: access.name.end, quotes: 'none' };
  const prefix = path.join('.');
  if (isPrefix(path)) return { kind: 'address-name', prefix, slot };
  const of = isPrefix(path.slice(0, -1)) ? attributesAt(module, path) : null;
  return of && { kind: 'attribute', ...of, slot };
}

/** The part after a leading `resource`, even if the address has nothing else. */
function withoutRoot(path: readonly string[] | null): readonly string[] | null {
  return path?.[0] === RESOURCE_ROOT ? path.slice(1) : path;
}

/** The address whose instances a variable of a `for` expression, or an element of a splat, iterates over. */
function elementOf(object: Expression, nodes: readonly Node[]): readonly string[] | null {
  if (object.kind === 'SplatItem') {
    const splat = nodes.findLast((node) => node.kind === 'Splat');
    return splat?.kind === 'Splat' ? collectionPath(splat.source) : null;
  }
  if (isEachValue(object)) {
    const block = nodes.find((node) => node.kind === 'Block');
    const forEach = block?.kind === 'Block' ? attributeOf(block, 'for_each') : undefined;
    return forEach === undefined ? null : collectionPath(forEach.value);
  }
  if (object.kind !== 'Variable') return null;
  const { text } = object.name;
  const loop = nodes.findLast((node) => node.kind === 'ForExpression' && node.valueName?.text === text);
  return loop?.kind === 'ForExpression' ? collectionPath(loop.collection) : null;
}

/** True for `each.value`: the instance of what the block iterates over. */
export function isEachValue(expression: Expression): boolean {
  return referencePath(expression)?.join('.') === 'each.value';
}

function collectionPath(collection: Expression): readonly string[] | null {
  const [only] = collection.kind === 'FunctionCall' && collection.name.text === 'values' ? collection.arguments : [];
  return referencePath(only ?? collection);
}

/** True for the part of an address before the name of a block. */
function isPrefix(path: readonly string[]): boolean {
  const [first, second, third] = path;
  if (first === 'data') return second !== undefined && third === undefined && bodyFact('data', second) !== undefined;
  if (first === undefined || second !== undefined) return false;
  return first === 'module' || bodyFact('resource', first) !== undefined;
}

function attributesAt(module: Module, path: readonly string[]): Pick<AttributeCursor, 'of' | 'attributes'> | null {
  const [first = '', second = ''] = path;
  if (first === 'module') {
    const call = module.blocks(path.join('.'))[0];
    const attributes = call === undefined ? [] : callOutputs(module, call);
    return { of: path.join('.'), attributes };
  }
  return first === 'data'
    ? { of: second, attributes: attributesOfType('data', second) }
    : { of: first, attributes: attributesOfType('resource', first) };
}

/** The attributes of a type: those from AWS and its arguments. */
function attributesOfType(blockType: string, type: string): readonly AttributeFact[] {
  const { attributes: given = [], arguments: set = [] } = bodyFact(blockType, type) ?? {};
  return [...given, ...set.filter(({ name }) => !given.some((attribute) => attribute.name === name))];
}

/** The access with the offset on its name, or right after its dot. */
function accessAt(path: readonly Node[], offset: number): AttributeAccess | null {
  const found = path.findLast(
    (node): node is AttributeAccess =>
      node.kind === 'AttributeAccess' && node.dot.end <= offset && offset <= Math.max(node.name.end, node.dot.end),
  );
  return found ?? null;
}
