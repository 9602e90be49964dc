import { IDENTITY_KEYS } from '../../facts/provider/providerFeatures.ts';
import type { Assignment, BlockTerm } from '../../syntax/edit/term.ts';
import type { ImportOptions } from '../options.ts';
import { reference, term, text } from './chunk.ts';

/** The object of an import block. */
export interface ImportedObject {
  readonly type: string;
  readonly label: string;
  /** Its identifier in AWS: a name, a prefix, an account. */
  readonly id: string;
  readonly region: string | null;
  readonly account: string | null;
}

/** The import block of an object, by `id` or, if requested and supported by the type, by identity. */
export function importBlock(object: ImportedObject, options: ImportOptions): BlockTerm {
  const { type, label } = object;
  return block([reference('to', `${type}.${label}`), ...source(object, options)]);
}

export function hasIdentity(type: string): boolean {
  return IDENTITY_KEYS.has(type);
}

function source(
  { type, id, region, account }: ImportedObject,
  { identity, regionArgument }: ImportOptions,
): Assignment[] {
  if (!identity || !hasIdentity(type)) return [text('id', regionArgument && region !== null ? `${id}@${region}` : id)];
  const members = [
    text(identityKey(type), id),
    ...(account === null ? [] : [text('account_id', account)]),
    ...(region === null ? [] : [text('region', region)]),
  ];
  return [term('identity', { kind: 'object', members })];
}

/** The key of a type's identity that names the object. */
export function identityKey(type: string): string {
  return IDENTITY_KEYS.get(type) ?? 'name';
}

/** An import block with these arguments. */
export function block(args: readonly Assignment[]): BlockTerm {
  return { type: 'import', labels: [], arguments: args, blocks: [] };
}
