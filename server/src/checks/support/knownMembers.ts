import type { PolicyNode } from '../../ecr/documents/documentNodes.ts';

/** The kind of a value, as JSON names it. */
export function typeNameOf(node: PolicyNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'unknown') return 'unknown';
  if (node.value === null) return 'null';
  return `a ${typeof node.value}`;
}
