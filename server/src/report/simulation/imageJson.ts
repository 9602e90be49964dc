import type { Outcome } from '../../simulate/run/outcome.ts';
import { reasonOf } from '../../simulate/run/reason.ts';
import { isoDate } from '../../simulate/time/clock.ts';

/** One image and what happens to it, in the simulation's JSON form. */
export function imageJson(outcome: Outcome, now: number): object {
  const { image, verdict, rule, claimedBy, when } = outcome;
  const reason = reasonOf(outcome, now);
  return {
    digest: image.digest,
    tags: image.tags,
    verdict: verdict === 'unknown' ? 'keep' : verdict,
    rule: rule?.priority ?? null,
    claimedBy: claimedBy?.priority ?? null,
    reason: verdict === 'unknown' ? `Not known: ${reason}` : reason,
    when: when === null ? null : isoDate(when),
  };
}
