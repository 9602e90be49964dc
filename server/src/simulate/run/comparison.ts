import type { Outcome, Simulation, Verdict } from './outcome.ts';

/** An image that another policy treats differently. */
export interface VerdictChange {
  readonly before: Outcome;
  readonly after: Outcome;
}

/** The changes from one policy to another, for the same images at the same moment. */
export interface Comparison {
  readonly before: Simulation;
  readonly after: Simulation;
  /** Images that only expire under the new policy. */
  readonly newlyExpired: readonly VerdictChange[];
  /** Images that only the new policy archives. */
  readonly newlyArchived: readonly VerdictChange[];
  /** Images that only the new policy keeps. */
  readonly newlyKept: readonly VerdictChange[];
  /** Images with an unknown result under the new policy and a known one under the old. */
  readonly newlyUnknown: readonly VerdictChange[];
}

/** Compares two simulations of the same images, in their order. */
export function compare(before: Simulation, after: Simulation): Comparison {
  const changes = before.outcomes.flatMap((outcome, index): VerdictChange[] => {
    const other = after.outcomes[index];
    return other === undefined || other.verdict === outcome.verdict ? [] : [{ before: outcome, after: other }];
  });
  const becoming = (verdict: Verdict) => changes.filter((change) => change.after.verdict === verdict);
  return {
    before,
    after,
    newlyExpired: becoming('expire'),
    newlyArchived: becoming('archive'),
    newlyKept: becoming('keep'),
    newlyUnknown: becoming('unknown'),
  };
}
