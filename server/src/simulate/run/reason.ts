import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { actOf, days, longAgo, newestImages, SINCE } from '../../ecr/documents/lifecycle/words/phrases.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import { DAY, isoDate } from '../time/clock.ts';
import type { Outcome } from './outcome.ts';

/** Why an image has its verdict, in one sentence. `now` is the moment of the simulation. */
export function reasonOf(outcome: Outcome, now: number): string {
  const { cause, claimedBy, other, image } = outcome;
  switch (cause) {
    case 'unclaimed':
      return `No rule for ${image.state} images matches ${image.tags.length === 0 ? 'untagged images' : 'its tags'}.`;
    case 'activating':
      return 'It is on its way back from the archive; no rule looks at it until it is there.';
    case 'referenced':
      return `${beginning(claimedBy)} selects it, but the index ${nameOf(other)} refers to it: it stays until the index is gone.`;
    case 'attached':
      return `It is attached to ${nameOf(other)} and goes where that goes, within a day.`;
    default:
      return claimedBy === null ? '' : `${beginning(claimedBy)} ${ofRule(outcome, claimedBy, now)}`;
  }
}

function ofRule(outcome: Outcome, rule: SimulatedRule, now: number): string {
  const { cause, measure, when } = outcome;
  const { countNumber, countType } = rule;
  const countsImages = !countTypeFact(countType).countsDays;
  const does = actOf(rule, 'clause');
  if (cause === 'undated') {
    return countsImages
      ? `keeps ${newestImages(countNumber)}, and the input lacks the push dates that would tell whether this is one of them.`
      : `${does} what was ${longAgo(clockName(outcome, rule), countNumber)}, and the input has no date for it.`;
  }
  if (countsImages) {
    return cause === 'beyond-count'
      ? `keeps ${newestImages(countNumber)} that it selects, and ${measure} ${measure === 1 ? 'is' : 'are'} newer.`
      : `keeps ${newestImages(countNumber)} that it selects, and this is number ${(measure ?? 0) + 1}.`;
  }
  const whole = ageOf(measure ?? now, now);
  const age = whole === days(countNumber) ? `${whole} and a few minutes` : whole;
  if (cause === 'old') {
    return `${does} what was ${longAgo(clockName(outcome, rule), countNumber)}; this was ${age} ago.`;
  }
  const until = when === null ? 'later than any date' : `after ${isoDate(when)}`;
  return `${does} it when it was ${longAgo(clockName(outcome, rule), countNumber)}: ${until}.`;
}

/** The start of the age: the word of the rule, unless another date replaces it. */
function clockName({ image, measure }: Outcome, { countType }: SimulatedRule): string {
  if (measure === null || countType === 'sinceImageTransitioned') return SINCE[countType];
  if (measure === image.activatedAt && measure !== image.pulledAt) return 'restored from the archive';
  if (countType === 'sinceImagePulled' && measure !== image.pulledAt) return 'pushed (it was never pulled)';
  return SINCE[countType];
}

function beginning(rule: SimulatedRule | null): string {
  return `Rule ${rule?.priority ?? ''}`;
}

function nameOf(image: Outcome['other']): string {
  return image?.tags[0] ?? image?.digest ?? 'an image';
}

/** An age in days, with hours where a day would hide what decides. */
export function ageOf(time: number, now: number): string {
  const age = now - time;
  const whole = Math.floor(age / DAY);
  const hours = Math.floor((age - whole * DAY) / (DAY / 24));
  if (age < 0) return 'in the future';
  if (whole === 0) return hours === 0 ? 'less than 1 h' : `${hours} h`;
  return whole < 10 && hours > 0 ? `${days(whole)} and ${hours} h` : days(whole);
}
