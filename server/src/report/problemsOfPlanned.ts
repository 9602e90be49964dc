import type { PlannedResource } from '../ecr/plan/plannedResources.ts';
import type { PlacedProblem } from '../problems/fileProblems.ts';
import type { ProblemSettings } from '../problems/settings.ts';
import type { ServiceContext } from '../service/context.ts';

const SETTLED: ReadonlySet<string> = new Set(['argument-missing', 'argument-type', 'argument-unknown', 'block-count']);

/**
 * The errors and warnings of a resource of a plan, at its values in the plan. How it is next to other resources, and
 * what is good practice, is said of the code.
 */
export function problemsOfPlanned(
  { uri, file, rangeIn }: PlannedResource,
  context: ServiceContext,
  settings: ProblemSettings,
): readonly PlacedProblem[] {
  return (
    context
      .problemsOf(uri, settings)
      .filter(({ problem: { severity } }) => severity === 'error' || severity === 'warning')
      // Terraform made the plan, so that it is content with names and types.
      .filter(({ problem: { ruleId, isOfValidate } }) => isOfValidate !== true && !SETTLED.has(ruleId))
      .map((placed) => ({
        ...placed,
        ...rangeIn(placed),
        uri: file,
        problem: { ...placed.problem, fixes: [], related: [] },
      }))
  );
}
