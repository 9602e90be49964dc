import type { PolicyNode } from '../../ecr/documents/documentNodes.ts';
import type { Place } from '../../syntax/tree/place.ts';

/** Where a problem about a whole value stands: on the opening of what may span lines, else on the value. */
export function spotOf(node: PolicyNode): Place {
  return node.kind === 'object' || node.kind === 'list' ? node.opening : node.place;
}

/** What a value is, in JSON's words. */
export function typeNameOf(node: PolicyNode): string {
  if (node.kind === 'object') return 'an object';
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'unknown') return 'unknown';
  if (node.value === null) return 'null';
  return `a ${typeof node.value}`;
}
