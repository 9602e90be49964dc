import type { EvaluationOptions } from '../../../evaluate/evaluate.ts';
import { Evaluator } from '../../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { instancesOf } from '../../instances.ts';
import { evaluateSource } from '../handedOver.ts';
import type { LifecyclePolicy } from './policy.ts';
import { policySourceOf } from './policySource.ts';
import { policyOf } from './readPolicy.ts';

/** A policy under the assumption that callers leave variables at their defaults. */
export interface AssumedPolicy {
  readonly policy: LifecyclePolicy;
  /** Names of the variables whose default, or value from a variables file, was used. */
  readonly assumptions: readonly string[];
}

/**
 * The lifecycle policies of a block, one for each instance, under the assumption that variables have their defaults.
 * Not for problems, because a caller may decide otherwise.
 */
export function assumedPolicies(owner: BlockDeclaration, scope: RecordingScope): readonly AssumedPolicy[] {
  const policySource = policySourceOf(owner);
  if (policySource === undefined) return [];
  const read = (options: EvaluationOptions, instance: string | null) => {
    const evaluator = new Evaluator(scope, { ...options, assumeDefaults: true });
    const value = evaluateSource(owner, policySource, evaluator);
    const policy = policyOf(owner, policySource, value, instance);
    return { policy, assumptions: [...evaluator.assumptions].sort(), dependsOnInstance: evaluator.usedInstance };
  };
  const alone = read({}, null);
  const instances = alone.dependsOnInstance ? instancesOf(owner, scope, { assumeDefaults: true }) : null;
  return instances?.map(({ key, options }) => read(options, key)) ?? [alone];
}
