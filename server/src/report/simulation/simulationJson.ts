import type { Outcome, Simulation } from '../../simulate/run/outcome.ts';
import { reasonOf } from '../../simulate/run/reason.ts';
import { isoDate } from '../../simulate/time/clock.ts';
import { printableJson } from '../../syntax/shown/printable.ts';

/**
 * A simulation as JSON, version 1 of its contract; images in the order of the input. What is not known is printed as
 * kept, with a reason that says so.
 */
export function printJsonSimulation(simulation: Simulation): string {
  const { now, outcomes, rules, totals } = simulation;
  return printableJson(
    {
      version: 1,
      now: isoDate(now),
      images: outcomes.map((outcome) => imageOf(outcome, now)),
      rules: rules.map(({ rule, selected, acted, dead }) => ({
        priority: rule.priority,
        selected,
        acted,
        dead: dead !== null,
      })),
      summary: {
        expire: totals.expire,
        archive: totals.archive,
        keep: totals.keep + totals.unknown,
        bytesFreed: totals.bytesFreed,
      },
    },
    1,
  );
}

function imageOf(outcome: Outcome, now: number): object {
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
