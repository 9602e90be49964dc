import { headerOf } from '../ecr/header.ts';
import { isKnownModule } from '../module/calls/editions.ts';
import { rootOfInstalled } from '../module/calls/installedModules.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { attributesOf } from '../module/declarations/declarations.ts';
import { directoryOf } from '../module/sources/uri.ts';
import { placeOf, textOf } from '../syntax/tree/place.ts';
import type { Problem } from './problem.ts';

/** True for the directory of a module that is not the user's own: an installed one, or one known by its releases. */
export function isForeign(directory: string): boolean {
  return isKnownModule(directory) || rootOfInstalled(directory) !== null;
}

/** What a module for ECR adds by itself and what checks of its call report. */
const TOLD_AT_CALL: ReadonlySet<string> = new Set(['policy-null-value', 'policy-length', 'policy-rule-count']);

/** What a known module refuses when an input is missing, as far as nothing else reports it. */
const TOLD_AT_HEADER: ReadonlySet<string> = new Set(['argument-type', 'argument-missing', 'block-count']);

/**
 * A problem of a module that is not the user's own, as reported to its caller, or null: what the caller wrote, and what
 * AWS, the provider or Terraform refuses. `isOfCall`: it is shown on the call as a whole.
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

/** What follows from a defect of the release that is told as that. */
const OF_DEFECTS: ReadonlySet<string> = new Set(['repository-exclusion-filter-missing', 'cache-credential-missing']);

/**
 * What is found in the policies of a call, without what a check of the call itself tells at the same place, and without
 * what follows from it: a key that the module drops from a statement, a defect of its release.
 */
export function withoutToldByCall(ofPolicies: readonly Problem[], ofCall: readonly Problem[]): readonly Problem[] {
  const ofModule = ofCall.filter(({ ruleId }) => ruleId.startsWith('module-'));
  if (ofModule.length === 0) return ofPolicies;
  const told = ofModule.map(({ place }) => placeKey(place));
  const isDefective = ofModule.some((one) => one.ruleId === 'module-known-defect' && one.severity !== 'hint');
  const narrowed = ofModule.flatMap(({ ruleId, about }) =>
    ruleId === 'module-statement-shape' && about !== undefined ? [about] : [],
  );
  return ofPolicies.filter(
    ({ place, ruleId }) =>
      !told.includes(placeKey(place)) &&
      !(isDefective && OF_DEFECTS.has(ruleId)) &&
      !(ruleId === 'access-principal-public' && narrowed.some((statement) => isWithin(place, statement))),
  );
}

function isWithin(inner: Problem['place'], outer: Problem['place']): boolean {
  return inner.uri === outer.uri && outer.start <= inner.start && inner.end <= outer.end && inner.piece === outer.piece;
}

function placeKey({ uri, start, end }: Problem['place']): string {
  return `${uri} ${start} ${end}`;
}

function placeAndRule({ ruleId, place }: Problem): string {
  return `${ruleId} ${place.uri} ${place.start} ${place.end}`;
}

/**
 * A problem of a block of the user's own that stands in a module which is not, because a value comes out of that module:
 * it is told at the one argument that refers to a module, or else at the block's header.
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
