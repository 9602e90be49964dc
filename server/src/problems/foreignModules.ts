import { isKnownModule } from '../module/calls/editions.ts';
import { rootOfInstalled } from '../module/calls/installedModules.ts';
import type { Problem } from './problem.ts';

/** True for the directory of a module that is not the user's own: one that is installed, or known by its releases. */
export function isForeign(directory: string): boolean {
  return isKnownModule(directory) || rootOfInstalled(directory) !== null;
}

/** What a module for ECR sends by itself and what checks of their own tell of its call. */
const TOLD_AT_CALL: ReadonlySet<string> = new Set(['policy-null-value', 'policy-length', 'policy-rule-count']);

/** What a known module refuses because an input is left out, as far as nothing else tells it. */
const TOLD_AT_HEADER: ReadonlySet<string> = new Set(['argument-type', 'argument-missing', 'block-count']);

/**
 * A problem of a module that is not the user's own, as its caller is told of it, or null: what the caller wrote, and
 * what AWS, the provider or Terraform refuses. `isOfCall` tells whether it stands at the call as a whole.
 */
export function ofForeignModule(problem: Problem, directory: string, isOfCall: boolean): Problem | null {
  const { severity, ruleId, related } = problem;
  if (isOfCall && severity !== 'error') return null;
  if (isKnownModule(directory) && (TOLD_AT_CALL.has(ruleId) || (isOfCall && !TOLD_AT_HEADER.has(ruleId)))) return null;
  // Nobody can open a module that is known by its releases alone.
  return { ...problem, related: related.filter(({ place }) => !isKnownModule(place.uri)) };
}

/** The problems that are seen through a call, without those that the call itself has already. */
export function withoutToldAt(own: readonly Problem[], through: readonly Problem[]): readonly Problem[] {
  const known = new Set(own.map(placeAndRule));
  return through.filter((problem) => !known.has(placeAndRule(problem)));
}

function placeAndRule({ ruleId, place }: Problem): string {
  return `${ruleId} ${place.uri} ${place.start} ${place.end}`;
}
