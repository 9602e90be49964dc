import type { RepositoryPlace } from '../../../facts/repository/repositoryPlaces.ts';
import { REPOSITORY_PLACES } from '../../../facts/repository/repositoryPlaces.ts';
import { treeOfPiece } from '../../../syntax/tree/file.ts';
import type { Block, Expression, Node } from '../../../syntax/tree/tree.ts';
import { pathAt } from '../../../syntax/tree/walkTree.ts';
import type { Point, Slot } from '../point.ts';
import { bareSlot, hasNewline, quotedSlot } from '../point.ts';

/** The cursor is where another resource takes a repository's URL, ARN or name. */
export interface RepositoryPlaceCursor {
  readonly kind: 'repository-place';
  readonly place: RepositoryPlace;
  readonly owner: Block;
  /** The text that a reference replaces: the text between quotes, or a bare word. */
  readonly slot: Slot;
}

/** The place of a repository that the point is at, outside the resources of ECR; null elsewhere. */
export function repositoryPlaceCursor(point: Point): RepositoryPlaceCursor | null {
  const path = pathAt(treeOfPiece(point.source.piece), point.offset);
  const owner = path.find((node): node is Block => node.kind === 'Block');
  const member = path.findLast((node) => node.kind === 'Attribute' || node.kind === 'ObjectItem');
  if (owner === undefined || member === undefined) return null;
  const value = member.kind === 'Attribute' || member.kind === 'ObjectItem' ? member.value : null;
  const place = value === null ? undefined : placeOf(path, owner, member);
  const slot =
    value === null || place === undefined ? null : slotIn(point, itemAt(value, point.offset) ?? value, member);
  return place === undefined || slot === null ? null : { kind: 'repository-place', place, owner, slot };
}

function placeOf(path: readonly Node[], owner: Block, member: Node): RepositoryPlace | undefined {
  if (member.kind === 'Attribute') {
    const label = owner.labels[0]?.text;
    const fits = ({ block }: RepositoryPlace) => block?.type === owner.type.text && block.label === label;
    return REPOSITORY_PLACES.find((place) => fits(place) && place.argument === member.name.text);
  }
  const isEncoded = path.some((node) => node.kind === 'FunctionCall' && node.name.text === 'jsonencode');
  if (member.kind !== 'ObjectItem' || !isEncoded) return undefined;
  const key = member.key.kind === 'Variable' ? member.key.name.text : null;
  return REPOSITORY_PLACES.find(({ block, argument }) => block === null && argument === key);
}

/** The item of a list that the offset is in or at; a free place in it is one too. */
function itemAt(value: Expression, offset: number): Expression | null {
  if (value.kind !== 'TupleExpression' || offset <= value.start || offset > value.end) return null;
  const item = value.items.find(({ start, end }) => start <= offset && offset <= end);
  return item ?? { kind: 'MissingExpression', start: offset, end: offset };
}

function slotIn({ text, offset }: Point, value: Expression, member: Node): Slot | null {
  switch (value.kind) {
    case 'Template': {
      if (value.form !== 'quoted' || value.parts.some(({ kind }) => kind !== 'TemplateLiteral')) return null;
      const inner = { start: value.open.end, end: value.close?.start ?? value.end };
      return quotedSlot(text, inner, value.close !== null, offset);
    }
    case 'MissingExpression': {
      const isSameLine = value.start === offset || !hasNewline(text, Math.min(value.start, offset), offset);
      return isSameLine && offset >= member.start ? bareSlot(text, offset) : null;
    }
    case 'Variable':
      return offset >= value.start ? bareSlot(text, offset) : null;
    default:
      return null;
  }
}
