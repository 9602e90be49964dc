import type { Expression, Node } from '../syntax/tree.ts';
import { childrenOf } from '../syntax/walk.ts';

/** Types and words that begin a reference to something other than a managed resource. */
const OTHER_ROOTS = new Set(['var', 'local', 'module', 'data', 'each', 'count', 'path', 'terraform', 'self']);

/**
 * The names of a reference from its root, index keys left out: `aws_ecr_repository.app["x"].name` gives
 * `['aws_ecr_repository', 'app', 'name']`. Null for anything that is no plain reference.
 */
export function referencePath(expression: Expression): readonly string[] | null {
  if (expression.kind === 'Variable') return [expression.name.text];
  if (expression.kind === 'Parenthesized') return referencePath(expression.expression);
  if (expression.kind === 'IndexAccess') return referencePath(expression.object);
  if (expression.kind !== 'AttributeAccess') return null;
  const object = referencePath(expression.object);
  return object === null ? null : [...object, expression.name.text];
}

/** The address of the managed resource that a reference begins with (`aws_ecr_repository.app`), or null. */
export function referencedResource(expression: Expression): string | null {
  const [type, name] = referencePath(expression) ?? [];
  return type === undefined || name === undefined || OTHER_ROOTS.has(type) ? null : `${type}.${name}`;
}

/** The addresses of all managed resources mentioned anywhere below a node. */
export function resourcesMentionedIn(node: Node): Set<string> {
  const addresses = new Set<string>();
  const pending: Node[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const address = current.kind === 'AttributeAccess' ? referencedResource(current) : null;
    if (address !== null) addresses.add(address);
    pending.push(...childrenOf(current));
  }
  return addresses;
}
