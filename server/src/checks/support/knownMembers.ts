import type { PolicyNode } from '../../ecr/documents/documentNodes.ts';

/** What a value is, in JSON's words. */
export function typeNameOf(node: PolicyNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'unknown') return 'unknown';
  if (node.value === null) return 'null';
  return `a ${typeof node.value}`;
}
