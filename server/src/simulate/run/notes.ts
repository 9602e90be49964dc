import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Say } from '../../syntax/shown/say.ts';
import { inEnglish } from '../../syntax/shown/say.ts';
import type { Outcome, Simulation } from './outcome.ts';

/** Caveats for the reader of a simulation, one sentence each. */
export function notesOf({ outcomes, rules }: Simulation, say: Say = inEnglish): string[] {
  const notes: string[] = [];
  const indexes = outcomes.filter(({ image }) => image.children === null).length;
  if (indexes > 0) {
    notes.push(
      indexes === 1
        ? say(
            '1 image is an index whose content is not known, so what it refers to counts as unprotected. Give its manifest to see it protected.',
          )
        : say(
            '{0} images are indexes whose content is not known, so what they refer to counts as unprotected. Give their manifests to see it protected.',
            String(indexes),
          ),
    );
  }
  const hasCounts = rules.some(({ rule }) => !countTypeFact(rule.countType).countsDays);
  if (hasCounts && outcomes.some(({ cause }) => cause === 'referenced')) {
    notes.push(
      say(
        'Images that an index protects count towards the number that a rule keeps; AWS does not say whether they do.',
      ),
    );
  }
  if (outcomes.some(({ cause }) => cause === 'attached')) {
    notes.push(
      say(
        'What is attached to an image is assumed to stay and to be deleted with it, whatever rule matches it; AWS documents only the deletion.',
      ),
    );
  }
  if (hasTie(outcomes)) {
    notes.push(
      say(
        'Some images were pushed at the same moment, and AWS does not say which of them counts as newer; here it is the smaller digest.',
      ),
    );
  }
  if (rules.some(({ rule }) => countTypeFact(rule.countType).restartsAtPull)) {
    notes.push(say('AWS may record a pull up to a day late, and scanners pull too.'));
  }
  return notes;
}

/** True when the last image that a rule keeps is as old as the first that it does not. */
function hasTie(outcomes: readonly Outcome[]): boolean {
  const lastKept = new Map<Outcome['claimedBy'], number | null>();
  for (const { cause, claimedBy, measure, image } of outcomes) {
    if (cause === 'within-count' && measure === (claimedBy?.countNumber ?? 0) - 1)
      lastKept.set(claimedBy, image.pushedAt);
  }
  return outcomes.some(
    ({ cause, claimedBy, measure, image }) =>
      cause === 'beyond-count' && measure === claimedBy?.countNumber && lastKept.get(claimedBy) === image.pushedAt,
  );
}
