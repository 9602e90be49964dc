import type { ImportBlock } from '../../ecr/importBlock.ts';
import type { BlockDeclaration } from '../../module/declarations.ts';
import { attributeOf } from '../../module/declarations.ts';
import type { RecordingScope } from '../../module/recordingScope.ts';
import { referencedResource, referencePath } from '../../module/references.ts';
import type { Attribute, Expression } from '../../syntax/tree.ts';
import { readTarget } from './importTarget.ts';

/** The resource of this very module that an import block names. */
export interface ImportedResource {
  readonly type: string;
  readonly name: string;
  /** Without a key. */
  readonly address: string;
  /** The key as written, null without one. */
  readonly key: Expression | null;
  /** The target without its key. */
  readonly object: Expression;
}

/** The resource that `to` names; null for one inside a module, for what `import-to` tells of and for what is no address. */
export function importedResource({ to }: ImportBlock): ImportedResource | null {
  const target = to?.value;
  if (target === undefined || readTarget(target) !== null) return null;
  const isKeyed = target.kind === 'IndexAccess' && !target.legacy;
  const object = isKeyed ? target.object : target;
  const address = referencedResource(object);
  // Nothing but `type.name`: no key in between, no name that is still to be typed.
  if (address === null || object.kind !== 'AttributeAccess' || object.object.kind !== 'Variable') return null;
  const { text: name } = object.name;
  if (name === '') return null;
  return { type: object.object.name.text, name, address, key: isKeyed ? target.key : null, object };
}

/** The type of the resource that `to` names, wherever it is; null for what is no address. */
export function importedType({ to }: ImportBlock): string | null {
  if (to === null || readTarget(to.value) !== null) return null;
  return referencePath(to.value)?.at(-2) ?? null;
}

/** The block that declares a resource, or null when there is none or more than one. */
export function declarationAt(address: string, scope: RecordingScope): BlockDeclaration | null {
  return scope.ask((module) => {
    const [declaration, ...others] = module.blocks(address);
    return others.length === 0 ? (declaration ?? null) : null;
  });
}

/** What makes a resource several: its `count` or `for_each`. */
export function repetitionAttribute({ block }: BlockDeclaration): Attribute | null {
  return attributeOf(block, 'for_each') ?? attributeOf(block, 'count') ?? null;
}
