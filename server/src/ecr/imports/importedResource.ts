import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Attribute, Expression } from '../../syntax/tree/tree.ts';
import type { ImportAddress } from './importAddress.ts';
import { readAddress } from './importAddress.ts';
import type { ImportBlock } from './importBlock.ts';

/** The resource in the same module that an import block names. */
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

/** The address in `to`; null for an invalid one, and while it is being typed. */
export function importAddressOf({ to }: ImportBlock): ImportAddress | null {
  const address = to === null ? null : readAddress(to.value);
  return address?.kind === 'address' ? address : null;
}

/**
 * The resource that `to` names; null for resources in other modules, for targets that `import-to` reports, and for
 * anything that is not an address.
 */
export function importedResource(block: ImportBlock): ImportedResource | null {
  const address = importAddressOf(block);
  if (address === null || address.modules.length > 0) return null;
  const { type, name, key, object } = address;
  return { type, name, address: `${type}.${name}`, key, object };
}

/** The type of the resource that `to` names, wherever it is; null for anything that is not an address. */
export function importedType(block: ImportBlock): string | null {
  return importAddressOf(block)?.type ?? null;
}

/** The block that declares a resource, or null when there is none or more than one. */
export function declarationAt(address: string, scope: RecordingScope): BlockDeclaration | null {
  return scope.block(address);
}

/** Why a resource or call has several instances: its `count` or `for_each`. */
export function repetitionAttribute({ block }: BlockDeclaration): Attribute | null {
  return attributeOf(block, 'for_each') ?? attributeOf(block, 'count') ?? null;
}
