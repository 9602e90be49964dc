import type { JsonDocument, JsonNode } from '../../embedded/jsonDocument.ts';
import { HOLE, sourceOf } from '../../syntax/mappedText.ts';
import type { Place } from '../../syntax/place.ts';
import type { PolicyMember, PolicyNode } from './nodes.ts';

/** The policy value that JSON text spells (heredoc or quoted string): the adapter for JSON, reading side. */
export function readJsonPolicy(document: JsonDocument): PolicyNode | null {
  return document.root === null ? null : readNode(document, document.root);
}

function readNode(document: JsonDocument, node: JsonNode): PolicyNode {
  const place = sourceOf(document.mapped, node.offset, node.offset + node.length);
  const origin = { spelling: 'json', document, node } as const;
  const unknown: PolicyNode = { kind: 'unknown', because: 'it is interpolated', place, origin };
  if (document.holes.has(node.offset)) return unknown;
  const opening = sourceOf(document.mapped, node.offset, node.offset + 1);
  const children = node.children ?? [];
  const damaged = document.problems.length > 0;
  switch (node.type) {
    case 'object': {
      const open = damaged || children.some((child) => hasComputedKey(child));
      return { kind: 'object', members: readMembers(document, children), open, place, opening, origin };
    }
    case 'array': {
      const open = damaged || children.some((child) => document.holes.has(child.offset));
      return { kind: 'list', items: children.map((child) => readNode(document, child)), open, place, opening, origin };
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'null': {
      const value: unknown = node.type === 'null' ? null : node.value;
      if (typeof value === 'string' && value.includes(HOLE)) return unknown;
      return isScalar(value) ? { kind: 'scalar', value, place, origin } : unknown;
    }
    default:
      return unknown;
  }
}

function readMembers(document: JsonDocument, properties: readonly JsonNode[]): PolicyMember[] {
  return properties.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined || typeof key.value !== 'string') return [];
    if (hasComputedKey(property)) return [];
    const keyPlace: Place = sourceOf(document.mapped, key.offset, key.offset + key.length);
    const origin = { spelling: 'json', property } as const;
    return [{ key: key.value, keyPlace, value: readNode(document, value), origin }];
  });
}

function hasComputedKey(property: JsonNode): boolean {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === 'string' && key.includes(HOLE);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
