import { isResourceType, RESOURCE_ROOT } from '../../syntax/referenceRoots.ts';
import type { AttributeAccess, Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';

/**
 * The names of a reference from its root, without index keys and a leading `resource`:
 * `resource.aws_ecr_repository.app["x"].name` gives `['aws_ecr_repository', 'app', 'name']`. Null for anything that is
 * not a plain reference.
 */
export function referencePath(expression: Expression): readonly string[] | null {
  const names = namesOf(expression);
  return names?.[0] === RESOURCE_ROOT && names.length > 2 ? names.slice(1) : names;
}

function namesOf(expression: Expression): readonly string[] | null {
  if (expression.kind === 'Variable') return [expression.name.text];
  if (expression.kind === 'Parenthesized') return namesOf(expression.expression);
  if (expression.kind === 'IndexAccess') return namesOf(expression.object);
  if (expression.kind !== 'AttributeAccess') return null;
  const object = namesOf(expression.object);
  return object === null ? null : [...object, expression.name.text];
}

/** The address of the managed resource that a reference begins with (`aws_ecr_repository.app`), or null. */
export function referencedResource(expression: Expression): string | null {
  const [type, name] = referencePath(expression) ?? [];
  return type === undefined || name === undefined || !isResourceType(type) ? null : `${type}.${name}`;
}

/** The addresses of all managed resources mentioned anywhere below a node. */
export function resourcesMentionedIn(node: Node): Set<string> {
  const addresses = new Set<string>();
  const pending: Node[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const address = current.kind === 'AttributeAccess' ? referencedResource(current) : null;
    if (address !== null) addresses.add(address);
    for (const child of childrenOf(current)) pending.push(child);
  }
  return addresses;
}

/**
 * The first `ROOT.name` below a node; null when there is none, and when a `for` or a `dynamic` block redefines the
 * root.
 */
export function firstReferenceTo(root: string, node: Node): AttributeAccess | null {
  let first: AttributeAccess | null = null;
  const pending: Node[] = [node];
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    if (isNamedAnew(current, root)) return null;
    if (current.kind === 'AttributeAccess' && isVariable(current.object, root)) {
      if (first === null || current.start < first.start) first = current;
    }
    for (const child of childrenOf(current)) pending.push(child);
  }
  return first;
}

function isNamedAnew(node: Node, name: string): boolean {
  switch (node.kind) {
    case 'ForExpression':
      return node.keyName?.text === name || node.valueName?.text === name;
    case 'TemplateFor':
      return node.key?.text === name || node.value?.text === name;
    case 'Attribute':
      return node.name.text === 'iterator' && isVariable(node.value, name);
    default:
      return false;
  }
}

function isVariable(node: Expression, name: string): boolean {
  return node.kind === 'Variable' && node.name.text === name;
}
