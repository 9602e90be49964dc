import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import { isSettledByPlan } from '../problems/settledByPlan.ts';
import type { ServiceContext } from '../service/context.ts';

/**
 * The errors and warnings of a resource of a plan, at its values in the plan. Relations to other resources and good
 * practice are left to the check of the code.
 */
export function problemsOfPlanned(
  { uri, file, rangeIn }: PlannedResource,
  context: ServiceContext,
  settings: ProblemSettings,
): readonly PlacedProblem[] {
  return context
    .problemsOf(uri, settings)
    .filter(({ problem: { severity } }) => severity === 'error' || severity === 'warning')
    .filter(({ problem: { ruleId } }) => !isSettledByPlan(ruleId))
    .map((placed) => ({
      ...placed,
      ...rangeIn(placed),
      uri: file,
      problem: { ...placed.problem, fixes: [], related: [] },
    }));
}
