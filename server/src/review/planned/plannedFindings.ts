import type { Problem } from '../../problems/problem.ts';
import type { Finding } from '../findings/finding.ts';
import { finding } from '../findings/finding.ts';
import { isMarked } from '../plan/jsonValues.ts';
import type { PlanChange } from '../plan/plan.ts';
import type { PlannedProblems } from './plannedProblems.ts';

/** The rule about what the settings keep. */
const GUARANTEE = 'policy-breaks-guarantee';

/**
 * The problems that `check` finds in a resource that a plan creates or changes, unless `others`, the other findings
 * about it, already say the same. When the change has no effect, old problems are not repeated.
 */
export function plannedFindings(
  change: PlanChange,
  problems: PlannedProblems,
  others: readonly Finding[],
): readonly Finding[] {
  const isMade = change.action === 'create' || change.action === 'update' || change.action === 'replace';
  if (!isMade || change.after === null) return [];
  const found = problems.of(change, change.after, change.afterUnknown).filter((problem) => !isToldBy(problem, others));
  const before = found.length > 0 && change.before !== null ? problems.of(change, change.before, null) : [];
  const stood = ({ ruleId, message }: Problem) =>
    before.some((one) => one.ruleId === ruleId && one.message === message);
  return found.flatMap((problem) => {
    if (problem.ruleId === GUARANTEE) return [broken(change, problem, before)];
    return others.length === 0 && stood(problem) ? [] : [invalid(change, problem)];
  });
}

function invalid(change: PlanChange, { ruleId, severity, message }: Problem): Finding {
  const told = isMarked(change.afterSensitive)
    ? `What the plan sends does not pass rule ${ruleId}; values of it are sensitive.`
    : message;
  return finding(change.address, 'invalid', severity === 'error' ? 'error' : 'warning', told, {
    because: [`Rule ${ruleId} of terraform-ecr check.`],
  });
}

/** The plan does not cause a breach that existed before. */
function broken(change: PlanChange, problem: Problem, before: readonly Problem[]): Finding {
  const stood = before.some((other) => other.ruleId === GUARANTEE && guaranteeOf(other) === guaranteeOf(problem));
  const told = isMarked(change.afterSensitive)
    ? 'The policy can act on images that the settings keep; it is sensitive.'
    : problem.message;
  return finding(
    change.address,
    'guarantee-broken',
    stood ? 'info' : 'error',
    stood ? `${told} It was so before this plan.` : told,
    {
      because: ['.terraform-ecr.json says what must stay.'],
    },
  );
}

/** The place in the settings that a problem is about. */
function guaranteeOf({ related }: Problem): number | null {
  return related[0]?.place.start ?? null;
}

/** What another finding says about the same resource in its own words. */
function isToldBy({ ruleId }: Problem, others: readonly Finding[]): boolean {
  switch (ruleId) {
    case 'access-principal-public':
      return others.some(({ kind, severity }) => kind === 'access-widened' && severity === 'error');
    default:
      return false;
  }
}
