import { policyArgumentOf } from '../../ecr/policy/readPolicy.ts';
import type { Module } from '../../module/module.ts';
import type { Expression, ObjectItem } from '../../syntax/tree.ts';
import type { Shape } from './shape.ts';
import { POLICY_OBJECT, POLICY_TEXT, shapeOfKey } from './shape.ts';

/**
 * Which locals of a module are parts of lifecycle policies, found by following the policies of its resources. Use it
 * through `Module.remember`, so that it is found once for each version.
 */
export function policyLocals(module: Module): ReadonlyMap<string, Shape> {
  const shapes = new Map<string, Shape>();
  for (const declaration of module.allBlocks()) {
    const argument = policyArgumentOf(declaration);
    if (argument !== undefined) follow(module, argument.value, POLICY_TEXT, shapes);
  }
  return shapes;
}

/** Deeper code than this is not followed. */
const DEPTH_LIMIT = 200;

function follow(module: Module, expression: Expression, shape: Shape, shapes: Map<string, Shape>, depth = 0): void {
  if (depth > DEPTH_LIMIT) return;
  const inner = (child: Expression, childShape: Shape) => follow(module, child, childShape, shapes, depth + 1);
  switch (expression.kind) {
    case 'Parenthesized':
      inner(expression.expression, shape);
      return;
    case 'Conditional':
      inner(expression.then, shape);
      inner(expression.otherwise, shape);
      return;
    case 'FunctionCall': {
      const argumentShape = expression.name.text === 'jsonencode' && shape.kind === 'text' ? POLICY_OBJECT : shape;
      for (const argument of expression.arguments) inner(argument, argumentShape);
      return;
    }
    case 'TupleExpression':
      if (shape.kind === 'list') for (const item of expression.items) inner(item, { kind: 'object', level: shape.level });
      return;
    case 'ForExpression':
      if (shape.kind === 'list') inner(expression.value, { kind: 'object', level: shape.level });
      return;
    case 'ObjectExpression':
      for (const item of expression.items) {
        const member = shape.kind === 'object' ? shapeOfKey(shape.level, keyOf(item)) : null;
        if (member !== null) inner(item.value, member);
      }
      return;
    case 'AttributeAccess': {
      const isLocal = expression.object.kind === 'Variable' && expression.object.name.text === 'local';
      const name = expression.name.text;
      if (!isLocal || shapes.has(name)) return;
      shapes.set(name, shape);
      const local = module.local(name);
      if (local !== null) inner(local.expression, shape);
      return;
    }
    default:
      return;
  }
}

/** Keys that nothing but that level of a lifecycle policy has. */
const TELLING_KEYS: Readonly<Record<string, Shape>> = {
  rulePriority: { kind: 'object', level: 'rule' },
  tagStatus: { kind: 'object', level: 'selection' },
  countType: { kind: 'object', level: 'selection' },
  countNumber: { kind: 'object', level: 'selection' },
  tagPatternList: { kind: 'object', level: 'selection' },
  tagPrefixList: { kind: 'object', level: 'selection' },
  targetStorageClass: { kind: 'object', level: 'action' },
};

/** What an expression that no policy uses yet is by its keys: an object, or a list of them; null when they do not tell. */
export function shapeByKeys(expression: Expression): Shape | null {
  switch (expression.kind) {
    case 'TupleExpression': {
      for (const item of expression.items) {
        const shape = shapeByKeys(item);
        if (shape?.kind === 'object') return { kind: 'list', level: shape.level };
      }
      return null;
    }
    case 'ObjectExpression': {
      const telling = expression.items.find((item) => Object.hasOwn(TELLING_KEYS, keyOf(item)));
      if (telling !== undefined) return TELLING_KEYS[keyOf(telling)] ?? null;
      const rules = expression.items.find((item) => keyOf(item) === 'rules');
      return rules !== undefined && shapeByKeys(rules.value)?.kind === 'list' ? POLICY_OBJECT : null;
    }
    default:
      return null;
  }
}

function keyOf({ key }: ObjectItem): string {
  if (key.kind === 'Variable') return key.name.text;
  const [part] = key.kind === 'Template' && key.parts.length === 1 ? key.parts : [];
  return part?.kind === 'TemplateLiteral' ? part.value : '';
}
