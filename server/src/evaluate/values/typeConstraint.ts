import type { Expression } from '../../syntax/tree/tree.ts';
import { convert } from './convert.ts';
import { BOOL, collectionOf, DYNAMIC, NUMBER, STRING } from './types.ts';
import type { AttributeType, Type, Value } from './value.ts';

/** Deeper type constraints than this are not read. */
const DEPTH_LIMIT = 50;

/**
 * The type in a variable's `type` argument, or null when it cannot be read. `evaluate` gives the default of an optional
 * attribute.
 */
export function readTypeConstraint(
  expression: Expression,
  evaluate: (expression: Expression) => Value,
  depth = 0,
): Type | null {
  if (depth > DEPTH_LIMIT) return null;
  const inner = (part: Expression | undefined) => (part ? readTypeConstraint(part, evaluate, depth + 1) : null);
  if (expression.kind === 'Variable') return scalarType(expression.name.text);
  if (expression.kind !== 'FunctionCall') return null;
  const [argument] = expression.arguments;
  switch (expression.name.text) {
    case 'list':
    case 'set':
    case 'map': {
      const element = inner(argument);
      return element && collectionOf(expression.name.text, element);
    }
    case 'tuple': {
      if (argument?.kind !== 'TupleExpression') return null;
      const items = argument.items.map(inner);
      const known = items.filter((item) => item !== null);
      return known.length === items.length ? { kind: 'tuple', items: known } : null;
    }
    case 'object':
      return argument?.kind === 'ObjectExpression' ? readObject(argument, inner, evaluate) : null;
    default:
      return null;
  }
}

function scalarType(name: string): Type | null {
  switch (name) {
    case 'string':
      return STRING;
    case 'number':
      return NUMBER;
    case 'bool':
      return BOOL;
    case 'any':
      return DYNAMIC;
    case 'list':
    case 'set':
    case 'map':
      return collectionOf(name, DYNAMIC);
    default:
      return null;
  }
}

function readObject(
  expression: Expression & { kind: 'ObjectExpression' },
  inner: (part: Expression | undefined) => Type | null,
  evaluate: (expression: Expression) => Value,
): Type | null {
  const attributes = new Map<string, AttributeType>();
  for (const { key, value } of expression.items) {
    const name = key.kind === 'Variable' ? key.name.text : constantText(key);
    const attribute = readAttribute(value, inner, evaluate);
    if (name === null || attribute === null) return null;
    attributes.set(name, attribute);
  }
  return { kind: 'object', attributes };
}

function readAttribute(
  value: Expression,
  inner: (part: Expression | undefined) => Type | null,
  evaluate: (expression: Expression) => Value,
): AttributeType | null {
  const isOptional = value.kind === 'FunctionCall' && value.name.text === 'optional';
  if (!isOptional) {
    const type = inner(value);
    return type && { type };
  }
  const [written, fallback] = value.arguments;
  const type = inner(written);
  if (type === null) return null;
  return fallback === undefined
    ? { type, optional: true }
    : { type, optional: true, fallback: convert(evaluate(fallback), type) };
}

function constantText(key: Expression): string | null {
  if (key.kind !== 'Template') return null;
  const [only] = key.parts;
  return key.parts.length === 1 && only?.kind === 'TemplateLiteral' ? only.value : null;
}
