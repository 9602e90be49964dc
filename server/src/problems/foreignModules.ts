import type { Cause, Check } from '../checks/check.ts';
import { headerOf } from '../ecr/header.ts';
import { isKnownModule } from '../module/calls/editions.ts';
import { rootOfInstalled } from '../module/calls/installedModules.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributesOf } from '../module/declarations/declarations.ts';
import { directoryOf } from '../module/sources/uri.ts';
import { isInPlace, isSamePlace, placeOf, textOf } from '../syntax/tree/place.ts';
import { checkOf } from './checkOf.ts';
import type { Problem } from './problem.ts';

/** True for the directory of a module that is not the user's own: an installed one, or one known by its releases. */
export function isForeign(directory: string): boolean {
  return isKnownModule(directory) || rootOfInstalled(directory) !== null;
}

/**
 * A problem of a module that is not the user's own, as reported to its caller, or null: what the caller wrote, and what
 * AWS, the provider or Terraform rejects. `isOfCall`: it is shown on the whole call.
 */
export function ofForeignModule(problem: Problem, directory: string, isOfCall: boolean): Problem | null {
  const { severity, related } = problem;
  if (isOfCall && severity !== 'error') return null;
  if (isKnownModule(directory)) {
    const check = checkOf(problem);
    if (check?.skipsKnownModules === true || (isOfCall && check?.isShownOnKnownCalls !== true)) return null;
  }
  // Nobody can open a module that is only known by its releases.
  return { ...problem, related: related.filter(({ place }) => !isKnownModule(place.uri)) };
}

/**
 * Tests whether a problem seen through a call is one that the call itself does not have. The place of one may contain
 * the other's: a module gets a whole policy as a value, and the call writes it.
 */
export function isNotAmong(own: readonly Problem[]): (problem: Problem) => boolean {
  return ({ ruleId, message, place }) =>
    !own.some(
      (one) =>
        one.ruleId === ruleId &&
        one.message === message &&
        (isInPlace(one.place, place) || isInPlace(place, one.place)),
    );
}

/**
 * The problems in the policies of a call, without those that a check of the call reports at the same place, and without
 * consequences of another problem: a key that the module drops from a statement, or a defect of its release.
 */
export function withoutToldByCall(ofPolicies: readonly Problem[], ofCall: readonly Problem[]): readonly Problem[] {
  const ofModule = ofCall.filter((problem) => isOfModuleCall(checkOf(problem)));
  if (ofModule.length === 0) return ofPolicies;
  return ofPolicies.filter((problem) => {
    const cause = checkOf(problem)?.isConsequenceOf;
    const isExplained = cause !== undefined && ofModule.some((one) => explains(one, cause, problem));
    return !isExplained && !ofModule.some(({ place }) => isSamePlace(place, problem.place));
  });
}

function isOfModuleCall(check: Check | undefined): boolean {
  return check?.subject === 'module' || (check?.subject === 'block' && check.isOfCalls === true);
}

function explains({ ruleId, severity, about }: Problem, { id, within }: Cause, { place }: Problem): boolean {
  if (ruleId !== id) return false;
  // A hint says that only some of the allowed releases have the defect.
  return within === 'call' ? severity !== 'hint' : about !== undefined && isInPlace(place, about);
}

/**
 * A problem of a user's own block whose place is in another module, because a value comes out of that module: it is
 * reported at the only argument that refers to a module, or else at the block's header.
 */
export function atOwnBlock(problem: Problem, declaration: BlockDeclaration): Problem {
  const isTold = ({ uri }: Problem['place']) => !isForeign(directoryOf(uri));
  if (isTold(problem.place)) return problem;
  const { source, block } = declaration;
  const referring = attributesOf(block.body).filter(({ value }) => /\bmodule\./.test(textOf(placeOf(source, value))));
  const [only, ...others] = referring;
  const place = only !== undefined && others.length === 0 ? placeOf(source, only.value) : headerOf(declaration);
  return { ...problem, place, fixes: [], related: problem.related.filter((one) => isTold(one.place)) };
}
