import { EXCLUSION_FILTER_BLOCK } from '../../facts/repository/repositoryArguments.ts';
import type { Assignment, BlockTerm } from '../../syntax/edit/term.ts';
import type { Encryption, Filter, Settings } from '../existing.ts';
import { nested, optional, text } from './chunk.ts';

/** Source: the provider's default, so leaving it out plans no change. */
const DEFAULT_MUTABILITY = 'MUTABLE';
const DEFAULT_ENCRYPTION = 'AES256';

/** The first hashicorp/aws release with blocks for tags that a mutability excludes. */
export const EXCLUSION_FILTERS_SINCE = EXCLUSION_FILTER_BLOCK.since;

export function mutabilityArguments({ mutability }: Settings): Assignment[] {
  return isDefaultMutability(mutability) ? [] : optional('image_tag_mutability', mutability);
}

export function isDefaultMutability(mutability: string | null): boolean {
  return mutability === null || mutability === DEFAULT_MUTABILITY;
}

export function filterBlocks(filters: readonly Filter[]): BlockTerm[] {
  return filters.map(({ filter, type }) =>
    nested(EXCLUSION_FILTER_BLOCK.name, [text('filter', filter), text('filter_type', type)]),
  );
}

/** Nothing for the default; any other encryption is written, because a plan without it would replace the repository. */
export function encryptionBlocks(encryption: Encryption | null): BlockTerm[] {
  if (encryption === null || isDefaultEncryption(encryption)) return [];
  const { type, key } = encryption;
  return [nested('encryption_configuration', [text('encryption_type', type), ...optional('kms_key', key)])];
}

export function isDefaultEncryption({ type }: Encryption): boolean {
  return type === DEFAULT_ENCRYPTION;
}

export function scanningBlock(scansOnPush: boolean): BlockTerm[] {
  return scansOnPush ? [nested('image_scanning_configuration', [text('scan_on_push', true)])] : [];
}
