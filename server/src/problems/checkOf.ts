import type { Check } from '../checks/check.ts';
import { CHECKS } from '../checks/registry.ts';
import type { Problem } from './problem.ts';

const BY_ID: ReadonlyMap<string, Check> = new Map(CHECKS.map((check) => [check.id, check]));

/** The check that found a problem; undefined for one that is not registered. */
export function checkOf({ ruleId }: Pick<Problem, 'ruleId'>): Check | undefined {
  return BY_ID.get(ruleId);
}
