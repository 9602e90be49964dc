import type { JsonDocument, JsonNode } from '../../../../embedded/jsonDocument.ts';
import { HOLE, sourceOf } from '../../../../syntax/tree/mappedText.ts';
import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyMember, PolicyNode } from '../../documentNodes.ts';
import type { Vocabulary } from '../../vocabulary.ts';
import { problemsOfJson } from './jsonProblems.ts';

/** A document and how much of its structure is certain. */
interface Reading {
  readonly document: JsonDocument;
  readonly vocabulary: Vocabulary;
  readonly holes: ReadonlySet<number>;
  /** The offset from which the parser guessed; infinite when it did not need to. */
  readonly sureUntil: number;
}

/**
 * The document that JSON text spells (heredoc or quoted string): the adapter for JSON, reading side. With comments,
 * trailing commas and single quotes the structure stays certain; after any other mistake nothing is read.
 */
export function readJsonText(document: JsonDocument, vocabulary: Vocabulary): PolicyNode | null {
  const { mended, other } = problemsOfJson(document);
  if (mended.root === null) return null;
  const sureUntil = other?.start ?? Number.POSITIVE_INFINITY;
  return readNode({ document, vocabulary, holes: mended.holes, sureUntil }, mended.root);
}

function readNode(reading: Reading, node: JsonNode): PolicyNode {
  const { document, vocabulary, holes, sureUntil } = reading;
  const end = node.offset + node.length;
  const place = sourceOf(document.mapped, node.offset, end);
  const origin = { spelling: 'json', document, node } as const;
  const unknown: PolicyNode = { kind: 'unknown', because: 'it is interpolated', place, origin };
  if (holes.has(node.offset)) return unknown;
  const opening = sourceOf(document.mapped, node.offset, node.offset + 1);
  const children = (node.children ?? []).filter(({ offset }) => offset < sureUntil);
  const isGuessed = sureUntil !== Number.POSITIVE_INFINITY;
  switch (node.type) {
    case 'object': {
      const open = isGuessed || children.some((child) => hasComputedKey(child));
      const members = readMembers(reading, children);
      return { kind: 'object', members, open, vocabulary, place, opening, origin };
    }
    case 'array': {
      const open = isGuessed || children.some((child) => holes.has(child.offset));
      return { kind: 'list', items: children.map((child) => readNode(reading, child)), open, place, opening, origin };
    }
    case 'string':
    case 'number':
    case 'boolean':
    case 'null': {
      const value: unknown = node.type === 'null' ? null : node.value;
      if (end >= sureUntil || (typeof value === 'string' && value.includes(HOLE))) return unknown;
      return isScalar(value) ? { kind: 'scalar', value, place, origin } : unknown;
    }
    default:
      return unknown;
  }
}

function readMembers(reading: Reading, properties: readonly JsonNode[]): PolicyMember[] {
  const { mapped } = reading.document;
  return properties.flatMap((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined || typeof key.value !== 'string') return [];
    if (hasComputedKey(property)) return [];
    const keyPlace: Place = sourceOf(mapped, key.offset, key.offset + key.length);
    const origin = { spelling: 'json', property } as const;
    return [{ key: key.value, keyPlace, value: readNode(reading, value), origin }];
  });
}

function hasComputedKey(property: JsonNode): boolean {
  const key: unknown = property.children?.[0]?.value;
  return typeof key === 'string' && key.includes(HOLE);
}

function isScalar(value: unknown): value is string | number | boolean | null {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
