import type { AttributeFact } from '../../facts/attributes.ts';
import { DATA_SOURCE_ATTRIBUTES, RESOURCE_ATTRIBUTES } from '../../facts/attributes.ts';
import { bodyFact, typesOfBlock } from '../../facts/resources.ts';
import { referencePath } from '../../module/references.ts';
import type { AttributeAccess, Node } from '../../syntax/tree.ts';
import { pathAt } from '../../syntax/walk.ts';
import type { Point, Slot } from './point.ts';

/** The cursor is behind the address of a block of ECR: at an attribute, or where one may be written. */
export interface AttributeCursor {
  readonly kind: 'attribute';
  readonly blockType: 'resource' | 'data';
  readonly type: string;
  /** `aws_ecr_repository.app` or `data.aws_ecr_repository.app`. */
  readonly address: string;
  readonly slot: Slot;
}

/** The cursor is behind a type of ECR in a reference: at the name of a block, or where one may be written. */
export interface AddressNameCursor {
  readonly kind: 'address-name';
  readonly blockType: 'resource' | 'data';
  readonly type: string;
  readonly slot: Slot;
}

/** What a reference at the point names, anywhere in a module; null where it names nothing of ECR. */
export function referenceCursor({ source, offset }: Point): AttributeCursor | AddressNameCursor | null {
  const access = accessAt(pathAt(source.piece.tree, offset), offset);
  const path = access && referencePath(access.object);
  if (access === null || path === null) return null;
  const [first, ...rest] = path;
  const isData = first === 'data';
  const [type, name, more] = isData ? rest : path;
  const blockType = isData ? 'data' : 'resource';
  if (type === undefined || more !== undefined || !typesOfBlock(blockType).some((fact) => fact.type === type))
    return null;
  const slot: Slot = { start: access.name.start, end: access.name.end, quotes: 'none' };
  if (name === undefined) return { kind: 'address-name', blockType, type, slot };
  return { kind: 'attribute', blockType, type, address: `${isData ? 'data.' : ''}${type}.${name}`, slot };
}

/** The attributes of a type: what its arguments and AWS give. */
export function attributesOfType(blockType: string, type: string): readonly AttributeFact[] {
  const given = (blockType === 'data' ? DATA_SOURCE_ATTRIBUTES : RESOURCE_ATTRIBUTES)[type] ?? [];
  const set = bodyFact(blockType, type)?.arguments ?? [];
  return [...given, ...set.filter(({ name }) => !given.some((attribute) => attribute.name === name))];
}

/** The access whose name the offset is at, or right behind whose dot it is. */
function accessAt(path: readonly Node[], offset: number): AttributeAccess | null {
  const found = path.findLast(
    (node): node is AttributeAccess =>
      node.kind === 'AttributeAccess' && node.dot.end <= offset && offset <= Math.max(node.name.end, node.dot.end),
  );
  return found ?? null;
}
