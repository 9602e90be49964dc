import { documentSourceOf } from '../../../ecr/documents/documentSource.ts';
import { VOCABULARIES } from '../../../ecr/documents/vocabularies.ts';
import { keysAt } from '../../../ecr/documents/vocabulary.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import type { Expression, ObjectExpression, ObjectItem } from '../../../syntax/tree/tree.ts';
import type { DocumentShape, ObjectShape } from './keyShape.ts';
import { itemShape, objectShape, rootShape, shapeOfKey, textShape } from './keyShape.ts';

/** A local in an expression, and the part of a policy that it gives. */
interface Use {
  readonly local: string;
  readonly shape: DocumentShape;
}

/** The locals in a resource's policy, kept as long as the declaration's text. */
const usesByDeclaration = new WeakMap<BlockDeclaration, readonly Use[]>();

/**
 * Which locals of a module are parts of lifecycle policies, found from the policies of its resources. Call it through
 * `Module.remember`, so that it runs once per version.
 */
export function policyLocals(module: Module): ReadonlyMap<string, DocumentShape> {
  const shapes = new Map<string, DocumentShape>();
  const pending: Use[] = [];
  for (const declaration of module.allBlocks()) for (const use of usesOf(declaration)) pending.push(use);
  for (let use = pending.pop(); use !== undefined; use = pending.pop()) {
    if (shapes.has(use.local)) continue;
    shapes.set(use.local, use.shape);
    const local = module.localDeclaration(use.local);
    if (local !== null) collect(local.attribute.value, use.shape, pending);
  }
  return shapes;
}

function usesOf(declaration: BlockDeclaration): readonly Use[] {
  const known = usesByDeclaration.get(declaration);
  if (known !== undefined) return known;
  const uses: Use[] = [];
  for (const vocabulary of VOCABULARIES) {
    const argument = documentSourceOf(declaration, vocabulary)?.argument;
    if (argument !== undefined) collect(argument.value, textShape(vocabulary), uses);
  }
  usesByDeclaration.set(declaration, uses);
  return uses;
}

/** Adds the locals that are parts of a policy in an expression with a known shape. */
function collect(expression: Expression, shape: DocumentShape, uses: Use[]): void {
  switch (expression.kind) {
    case 'Parenthesized':
      collect(expression.expression, shape, uses);
      return;
    case 'Conditional':
      collect(expression.then, shape, uses);
      collect(expression.otherwise, shape, uses);
      return;
    case 'FunctionCall': {
      const argumentShape =
        expression.name.text === 'jsonencode' && shape.kind === 'text' ? rootShape(shape.vocabulary) : shape;
      for (const argument of expression.arguments) collect(argument, argumentShape, uses);
      return;
    }
    case 'TupleExpression':
      if (shape.kind !== 'list') return;
      for (const item of expression.items) collect(item, itemShape(shape), uses);
      return;
    case 'ForExpression':
      if (shape.kind === 'list') collect(expression.value, itemShape(shape), uses);
      return;
    case 'ObjectExpression':
      for (const item of expression.items) {
        const object = objectShape(shape);
        const member = object === null ? null : shapeOfKey(object, keyOf(item));
        if (member !== null) collect(item.value, member, uses);
      }
      return;
    case 'AttributeAccess': {
      const isLocal = expression.object.kind === 'Variable' && expression.object.name.text === 'local';
      if (isLocal) uses.push({ local: expression.name.text, shape });
      return;
    }
    default:
      return;
  }
}

/**
 * The kind of an expression that no policy uses yet, by its keys: an object, or a list of them; null when the keys do
 * not tell.
 */
export function shapeByKeys(expression: Expression): DocumentShape | null {
  switch (expression.kind) {
    case 'TupleExpression': {
      for (const item of expression.items) {
        const shape = shapeByKeys(item);
        if (shape?.kind === 'object') return { ...shape, kind: 'list', isSingle: false };
      }
      return null;
    }
    case 'ObjectExpression': {
      for (const item of expression.items) {
        const shape = objectWithKey(keyOf(item));
        if (shape !== null) return shape;
      }
      return documentOfItems(expression);
    }
    default:
      return null;
  }
}

/** The only kind of object with a key of that name; null for a key that others have too. */
function objectWithKey(key: string): ObjectShape | null {
  for (const vocabulary of VOCABULARIES) {
    for (const [level, { keys }] of Object.entries(vocabulary.levels)) {
      if (keys.some((known) => known.key === key && known.telling === true))
        return { kind: 'object', vocabulary, level };
    }
  }
  return null;
}

/** A whole document, recognized by the objects in one of its lists. */
function documentOfItems({ items }: ObjectExpression): ObjectShape | null {
  for (const vocabulary of VOCABULARIES) {
    const lists = keysAt(vocabulary, vocabulary.root).filter(({ type }) => type === 'object-list');
    for (const { key, level } of lists) {
      const list = items.find((item) => keyOf(item) === key);
      const shape = list === undefined ? null : shapeByKeys(list.value);
      if (shape?.kind === 'list' && shape.vocabulary === vocabulary && shape.level === level)
        return rootShape(vocabulary);
    }
  }
  return null;
}

function keyOf({ key }: ObjectItem): string {
  if (key.kind === 'Variable') return key.name.text;
  const [part] = key.kind === 'Template' && key.parts.length === 1 ? key.parts : [];
  return part?.kind === 'TemplateLiteral' ? part.value : '';
}
