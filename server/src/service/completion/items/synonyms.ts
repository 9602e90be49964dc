import { lookUp } from '../../../facts/lookUp.ts';

/** Other words under which people look for a value. */
const SYNONYMS: Readonly<Record<string, string>> = {
  sinceImageTransitioned: 'archive age days',
  sinceImagePulled: 'unused age days',
  sinceImagePushed: 'age days',
  transition: 'archive move',
  expire: 'delete remove',
  imageCountMoreThan: 'keep newest',
  any: 'all',
  ENHANCED: 'inspector',
  KMS_DSSE: 'double',
};

/** Other texts that match what the user types. */
export function synonymOf(value: string): { readonly filterText?: string } {
  const words = lookUp(SYNONYMS, value);
  return words === undefined ? {} : { filterText: `${value} ${words}` };
}
