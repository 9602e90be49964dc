import type { EcrBlock } from '../ecr/blocks/ecrBlock.ts';
import { hasEcrFact, readEcrBlock } from '../ecr/blocks/ecrBlock.ts';
import { possibleInstancesOf } from '../ecr/instances.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { Steps } from '../module/tracking/steps.ts';
import { keyOfStart } from '../syntax/tree/place.ts';
import { nameInstances } from './instanceNames.ts';
import type { Problem } from './problem.ts';

/** A problem, and the instances that have it. */
interface Shared {
  readonly problem: Problem;
  readonly instances: Set<string>;
  /** Instances for which a check says nearly the same at the same place: only a name in the message differs. */
  readonly similar: Set<string>;
}

/**
 * The problems of an ECR block: what all known instances share is reported once; otherwise the instances are named.
 * `terraform validate` sees no instances, only what applies to all.
 */
export function* problemsOfInstances(
  declaration: BlockDeclaration,
  scope: RecordingScope,
  check: (block: EcrBlock) => Steps<readonly Problem[]>,
): Steps<readonly Problem[]> {
  if (!hasEcrFact(declaration)) return [];
  const instances = possibleInstancesOf(declaration, scope);
  const plain = readEcrBlock(declaration, scope, {}, instances?.length === 0);
  if (plain === null) return [];
  yield;
  const alone = yield* check(plain);
  if (instances === null || instances.length === 0) return alone;
  const seen = new Set(alone.map(identityOf));
  const found = new Map<string, Shared>();
  for (const { key, options } of instances) {
    const block = readEcrBlock(declaration, scope, options);
    for (const problem of block === null ? [] : yield* check(block)) {
      const shared = found.get(identityOf(problem)) ?? {
        problem,
        instances: new Set<string>(),
        similar: new Set<string>(),
      };
      shared.instances.add(key);
      found.set(identityOf(problem), shared);
    }
  }
  return withoutSimilar([...found.values()]).map((shared) =>
    tell(shared, instances.length, declaration, seen.has(identityOf(shared.problem))),
  );
}

/** One cause is reported once, though its message has another value for each instance. */
function withoutSimilar(all: readonly Shared[]): readonly Shared[] {
  const firsts = new Map<string, Shared>();
  return all.filter((shared) => {
    const { ruleId, place } = shared.problem;
    const key = `${ruleId} ${keyOfStart(place)} ${place.end}`;
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, shared);
    if (first === undefined || [...shared.instances].some((instance) => first.instances.has(instance))) return true;
    for (const instance of shared.instances) first.similar.add(instance);
    return false;
  });
}

function tell(shared: Shared, all: number, { source }: BlockDeclaration, isSeen: boolean): Problem {
  const { problem, instances, similar } = shared;
  const { isOfValidate, ...rest } = problem;
  const told: Problem = { ...rest, ...(isOfValidate === true && isSeen && { isOfValidate }) };
  if (instances.size >= all) return told;
  // Text for all instances cannot be fixed for only some of them.
  const fixes = problem.place.piece === source.piece ? [] : problem.fixes;
  const others = similar.size === 0 ? '' : `, and similarly for ${nameInstances(similar)}`;
  return { ...told, message: `${problem.message} This applies to ${nameInstances(instances)}${others}.`, fixes };
}

function identityOf({ ruleId, place, message }: Problem): string {
  return `${ruleId} ${keyOfStart(place)} ${place.end} ${message}`;
}
