import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { days, longAgo, newestImages, SINCE } from '../../ecr/documents/lifecycle/words/phrases.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Say } from '../../syntax/shown/say.ts';
import { inEnglish } from '../../syntax/shown/say.ts';
import { DAY, isoDate } from '../time/clock.ts';
import type { Outcome } from './outcome.ts';

/** Why an image has its verdict, in one sentence. `now` is the moment of the simulation. */
export function reasonOf(outcome: Outcome, now: number, say: Say = inEnglish): string {
  const { cause, claimedBy, other, image } = outcome;
  switch (cause) {
    case 'unclaimed':
      return image.tags.length === 0
        ? say('No rule for {0} images matches untagged images.', image.state)
        : say('No rule for {0} images matches its tags.', image.state);
    case 'activating':
      return say('It is on its way back from the archive; no rule considers it until it has arrived.');
    case 'referenced':
      return say(
        'Rule {0} selects it, but the index {1} refers to it: it stays until the index is gone.',
        String(claimedBy?.priority ?? ''),
        nameOf(other, say),
      );
    case 'attached':
      return say('It is attached to {0} and is deleted or archived with it, within a day.', nameOf(other, say));
    default:
      return claimedBy === null ? '' : ofRule(outcome, claimedBy, now, say);
  }
}

function ofRule(outcome: Outcome, rule: SimulatedRule, now: number, say: Say): string {
  const { cause, measure } = outcome;
  const number = String(rule.priority);
  if (countTypeFact(rule.countType).countsDays) return ofAge(outcome, rule, now, say);
  const newest = newestImages(rule.countNumber, say);
  if (cause === 'undated') {
    return say(
      'Rule {0} keeps {1}, and the input lacks the push dates that would show whether this is one of them.',
      number,
      newest,
    );
  }
  if (cause === 'beyond-count') {
    return measure === 1
      ? say('Rule {0} keeps {1} that it selects, and 1 is newer.', number, newest)
      : say('Rule {0} keeps {1} that it selects, and {2} are newer.', number, newest, String(measure));
  }
  const place = String((measure ?? 0) + 1);
  return say('Rule {0} keeps {1} that it selects, and this is number {2}.', number, newest, place);
}

function ofAge(outcome: Outcome, rule: SimulatedRule, now: number, say: Say): string {
  const { cause, measure, when } = outcome;
  const { countNumber, priority, action } = rule;
  const old = longAgo(clockName(outcome, rule), countNumber, say);
  const does = (expires: string, archives: string, ...values: readonly string[]) =>
    say(action === 'archive' ? archives : expires, String(priority), old, ...values);
  if (cause === 'undated') {
    return does(
      'Rule {0} expires what was {1}, and the input has no date for it.',
      'Rule {0} archives what was {1}, and the input has no date for it.',
    );
  }
  if (cause === 'old') {
    const whole = ageOf(measure ?? now, now, say);
    const isAtLimit = whole === days(countNumber, say);
    return does(
      'Rule {0} expires what was {1}; this was {2} ago.',
      'Rule {0} archives what was {1}; this was {2} ago.',
      isAtLimit ? say('{0} and a few minutes', whole) : whole,
    );
  }
  const until = when === null ? say('later than any date') : say('after {0}', isoDate(when));
  return does('Rule {0} expires it when it was {1}: {2}.', 'Rule {0} archives it when it was {1}: {2}.', until);
}

/** The start of the age: the rule's word, unless another date replaces it. */
function clockName({ image, measure }: Outcome, { countType }: SimulatedRule): string {
  if (measure === null || countType === 'sinceImageTransitioned') return SINCE[countType];
  if (measure === image.activatedAt && measure !== image.pulledAt) return 'restored from the archive';
  if (countTypeFact(countType).restartsAtPull && measure !== image.pulledAt) return 'pushed (it was never pulled)';
  return SINCE[countType];
}

function nameOf(image: Outcome['other'], say: Say): string {
  return image?.tags[0] ?? image?.digest ?? say('an image');
}

/** An age in days, with hours when a full day would hide the difference. */
export function ageOf(time: number, now: number, say: Say = inEnglish): string {
  const age = now - time;
  const whole = Math.floor(age / DAY);
  const hours = Math.floor((age - whole * DAY) / (DAY / 24));
  if (age < 0) return say('in the future');
  if (whole === 0) return hours === 0 ? say('less than 1 h') : `${hours} h`;
  return whole < 10 && hours > 0 ? say('{0} and {1} h', days(whole, say), String(hours)) : days(whole, say);
}
