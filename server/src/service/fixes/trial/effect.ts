import { isDisturbed } from './readings.ts';
import type { IsGrave, PolicyState, Snapshot } from './snapshot.ts';

/** A problem that an edit introduces. */
export interface NewProblem {
  readonly ruleId: string;
  /** The block that sets the affected policy; null for a problem outside policies. */
  readonly address: string | null;
}

/** The side effects of edits. */
export interface Effect {
  /** The accepted policies that change or disappear: their states before. */
  readonly changed: readonly PolicyState[];
  readonly brought: readonly NewProblem[];
  /** The addresses of other blocks that decide otherwise, have other instances, or make Terraform stop. */
  readonly disturbed: readonly string[];
}

/** The differences between two snapshots of the same modules. */
export function effectBetween(before: Snapshot, after: Snapshot): Effect {
  const changed: PolicyState[] = [];
  const brought: NewProblem[] = [];
  for (const [key, state] of before.policies) {
    const next = after.policies.get(key);
    if (state.isAccepted && next?.meaning !== state.meaning) changed.push(state);
  }
  for (const [key, state] of after.policies) {
    const earlier = countsOf(before.policies.get(key), before.isGrave);
    for (const [ruleId, count] of countsOf(state, after.isGrave))
      if (count > (earlier.get(ruleId) ?? 0)) brought.push({ ruleId, address: state.address });
  }
  for (const [key, count] of after.counts) {
    const ruleId = key.slice(key.lastIndexOf(' ') + 1);
    const isTold = brought.some((problem) => problem.ruleId === ruleId);
    if (count > (before.counts.get(key) ?? 0) && !isTold) brought.push({ ruleId, address: null });
  }
  return { changed, brought, disturbed: disturbedBetween(before, after) };
}

function disturbedBetween({ readings }: Snapshot, after: Snapshot): readonly string[] {
  const found = new Set<string>();
  for (const [key, reading] of after.readings) {
    const earlier = readings.get(key);
    if (earlier !== undefined && earlier !== reading && isDisturbed(earlier, reading)) found.add(reading.address);
  }
  return [...found];
}

/** True when the edits have no side effects. */
export function isHarmless({ changed, brought, disturbed }: Effect): boolean {
  return changed.length === 0 && brought.length === 0 && disturbed.length === 0;
}

function countsOf(state: PolicyState | undefined, isGrave: IsGrave): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of state?.problems.filter(isGrave) ?? []) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}
