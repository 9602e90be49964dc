import type { PolicyRule } from '../../ecr/documents/lifecycle/policy.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { lookUp } from '../../facts/lookUp.ts';

/** What follows on "30" for each count type that counts days. */
const DAYS: Readonly<Record<string, string>> = {
  sinceImagePushed: 'since push',
  sinceImagePulled: 'since last pull',
  sinceImageTransitioned: 'in the archive',
};

/** What the `countNumber` of a rule counts, in a few words; null when that is not known. `count` is null if not known. */
export function unitOf({ countType, countUnit, actionType }: PolicyRule, count: number | null): string | null {
  if (countType.state !== 'known') return null;
  const { value } = countType;
  if (countTypeFact(value)?.countsDays === true) {
    if (countUnit.state === 'unknown') return null;
    return `${count === 1 ? 'day' : 'days'} ${lookUp(DAYS, value)}`;
  }
  const images = count === 1 ? 'newest image' : 'newest images';
  if (actionType.state !== 'known') return images;
  return `${images} ${actionType.value === 'expire' ? 'kept' : 'not archived'}`;
}
