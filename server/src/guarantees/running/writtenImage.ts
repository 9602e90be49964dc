import type { JsonNode } from '../../embedded/jsonDocument.ts';
import { readJson } from '../../embedded/jsonDocument.ts';
import type { LocatedExpression } from '../../evaluate/scope.ts';
import type { ObjectMember, ObjectValue, PartialStringValue, StringValue, Value } from '../../evaluate/values/value.ts';
import { append } from '../../syntax/arrays.ts';
import { HOLE, sourceOf } from '../../syntax/tree/mappedText.ts';
import type { Place } from '../../syntax/tree/place.ts';
import type { Expression, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';

/** An image as written: its text, in which a `HOLE` represents an unknown part, and the expression of the first one. */
export interface WrittenImage {
  readonly text: string;
  readonly beginning: LocatedExpression | null;
  readonly place: Place;
}

/** Deeper documents are not examined. */
const DEPTH_LIMIT = 30;

/** The images that a value may name, one for each option. */
export function imagesIn(value: Value): readonly WrittenImage[] {
  if (value.kind === 'alternatives') return value.options.flatMap(imagesIn);
  if (value.kind !== 'string' && value.kind !== 'partial-string') return [];
  const { text } = value.mapped;
  return [{ text, beginning: text.startsWith(HOLE) ? beginningOf(value) : null, place: value.place }];
}

/** Reads the image that a member `image` of a document names. */
export type ReadMember = (member: ObjectMember, document: ObjectValue) => readonly WrittenImage[];

/** The images under the keys `image` of a document, written as JSON or as an object. */
export function imagesInDocument(value: Value, readMember: ReadMember, depth = 0): readonly WrittenImage[] {
  if (depth > DEPTH_LIMIT) return [];
  const inside = (part: Value) => imagesInDocument(part, readMember, depth + 1);
  switch (value.kind) {
    case 'encoded':
      return inside(value.encoded);
    case 'alternatives':
      return value.options.flatMap(inside);
    case 'list':
      return value.items.flatMap(inside);
    case 'object':
      return value.members.flatMap((member) =>
        member.key === 'image' && member.value.kind !== 'object' ? readMember(member, value) : inside(member.value),
      );
    case 'string':
    case 'partial-string':
      return depth === 0 ? imagesInJson(value) : [];
    default:
      return [];
  }
}

function imagesInJson(value: StringValue | PartialStringValue): readonly WrittenImage[] {
  const { root } = readJson(value.mapped);
  return root === null ? [] : nodesAt(root, 'image').map((node) => imageAt(node, value));
}

function nodesAt(node: JsonNode, key: string): readonly JsonNode[] {
  const [name, value] = node.type === 'property' ? (node.children ?? []) : [];
  if (name?.value === key && value?.type === 'string') return [value];
  return (node.children ?? []).flatMap((child) => nodesAt(child, key));
}

function imageAt(node: JsonNode, { mapped, expression, place }: StringValue | PartialStringValue): WrittenImage {
  const text = String(node.value);
  const hole = text.startsWith(HOLE)
    ? mapped.segments.find(({ kind, start }) => kind === 'hole' && start === node.offset + 1)
    : undefined;
  const parts = expression.kind === 'Template' && hole?.place.piece === place.piece ? expression.parts : [];
  const part = parts.find(({ start }) => start === hole?.place.start);
  const beginning =
    part?.kind === 'TemplateInterpolation'
      ? { source: { uri: place.uri, piece: place.piece }, expression: part.expression }
      : null;
  return { text, beginning, place: sourceOf(mapped, node.offset, node.offset + node.length) };
}

/** The expression of a text's first part, when that is unknown. */
function beginningOf({ expression, place }: StringValue | PartialStringValue): LocatedExpression | null {
  const source = { uri: place.uri, piece: place.piece };
  const found = expression.kind === 'Template' ? firstPart(expression) : urlIn(expression);
  return found === null ? null : { source, expression: found };
}

function firstPart({ parts }: Extract<Expression, { kind: 'Template' }>): Expression | null {
  const [first] = parts;
  return first?.kind === 'TemplateInterpolation' ? first.expression : null;
}

/** The first URL of a repository that an expression mentions, as the arguments of `format` or `join` do. */
function urlIn(expression: Expression): Expression | null {
  let first: Expression | null = null;
  const pending: Node[] = [expression];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'AttributeAccess' && node.name.text.endsWith('repository_url')) {
      if (first === null || node.start < first.start) first = node;
    }
    append(pending, childrenOf(node));
  }
  return first;
}
