/** Rules about names and types, which Terraform has accepted when there is a plan. */
const SETTLED: ReadonlySet<string> = new Set(['argument-missing', 'argument-type', 'argument-unknown', 'block-count']);

/** True for a rule that no resource of a plan can break. */
export function isSettledByPlan(ruleId: string): boolean {
  return SETTLED.has(ruleId);
}
