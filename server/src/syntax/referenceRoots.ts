import type { AttributeAccess, Expression } from './tree/tree.ts';

/** First words of references to other blocks, except managed resources. */
const ELSEWHERE: ReadonlySet<string> = new Set(['var', 'local', 'module', 'data', 'ephemeral']);

/** First words of references to the block itself, its directory or the run. */
const HERE: ReadonlySet<string> = new Set(['each', 'count', 'path', 'terraform', 'self']);

/** The optional word before the address of a managed resource: `resource.aws_ecr_repository.app`. */
export const RESOURCE_ROOT = 'resource';

/**
 * True for the first name of a reference to a managed resource, which is its type. `resource` alone names nothing yet.
 */
export function isResourceType(root: string): boolean {
  return !ELSEWHERE.has(root) && !HERE.has(root) && root !== RESOURCE_ROOT;
}

/** True for the first word of a reference to another block that is not a managed resource. */
export function isOtherBlocksRoot(root: string): boolean {
  return ELSEWHERE.has(root);
}

/** True for the first word of a reference whose value no edit of another block changes. */
export function isOwnRoot(root: string): boolean {
  return HERE.has(root);
}

const shortened = new WeakMap<AttributeAccess, AttributeAccess>();

/** `resource.TYPE.NAME…` as the reference without its first word, with the same range; null when names are missing. */
export function withoutResourceRoot(access: AttributeAccess): AttributeAccess | null {
  const known = shortened.get(access);
  if (known !== undefined) return known;
  const object = shortenedObject(access.object);
  if (object === null) return null;
  const made = { ...access, object };
  shortened.set(access, made);
  return made;
}

function shortenedObject(object: Expression): Expression | null {
  if (object.kind === 'IndexAccess') {
    const inner = shortenedObject(object.object);
    return inner && { ...object, object: inner };
  }
  if (object.kind !== 'AttributeAccess') return null;
  if (object.object.kind !== 'Variable') return withoutResourceRoot(object);
  const { name, start, end } = object;
  return object.object.name.text === RESOURCE_ROOT ? { kind: 'Variable', name, start, end } : null;
}
