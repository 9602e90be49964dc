import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { CountType } from '../../facts/lifecycle/ruleValues.ts';

/** The text after "30 days"; empty when images are counted. */
const DAYS: Readonly<Record<CountType, string>> = {
  imageCountMoreThan: '',
  sinceImagePushed: 'since push',
  sinceImagePulled: 'since last pull',
  sinceImageTransitioned: 'in the archive',
};

/** What the `countNumber` of a rule counts, in a few words; null when unknown. `count` is null if unknown. */
export function unitOf({ countType, countUnit, actionType }: PolicyRule, count: number | null): string | null {
  if (countType.state !== 'known') return null;
  const { value } = countType;
  if (countTypeFact(value).countsDays) {
    if (countUnit.state === 'unknown') return null;
    return `${count === 1 ? 'day' : 'days'} ${DAYS[value]}`;
  }
  const images = count === 1 ? 'newest image' : 'newest images';
  if (actionType.state !== 'known') return images;
  return `${images} ${actionType.value === 'expire' ? 'kept' : 'not archived'}`;
}
