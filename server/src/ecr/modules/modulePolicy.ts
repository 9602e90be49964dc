import { Evaluator } from '../../evaluate/evaluate.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { existenceOf } from '../documents/blockExistence.ts';
import type { PolicyScalar } from '../documents/documentNodes.ts';
import { rulesSelecting } from '../documents/lifecycle/claims/statusRules.ts';
import { rulesListOf } from '../documents/lifecycle/policy.ts';
import { readPolicies } from '../documents/lifecycle/readPolicy.ts';
import { LIFECYCLE_POLICY_TYPE } from '../repository/policyTargets.ts';
import type { ModuleCall } from './moduleCall.ts';

/** The lifecycle policy that a module makes from its inputs. */
export interface ModulePolicy {
  /** The number of rules; null when unknown. */
  readonly count: number | null;
  /** The values of tagStatus `any`, in text order of the policy; of rules for standard images. */
  readonly any: readonly PolicyScalar[];
}

/** The policies that a call's module sends, one for each allowed release that differs. */
export function readModulePolicy({ declaration }: ModuleCall, scope: RecordingScope): readonly ModulePolicy[] {
  const editions = scope.directoriesOf(declaration).length;
  return Array.from({ length: editions }, (_, edition) => {
    const inner = scope.through(declaration, new Evaluator(scope), edition);
    const owners = inner?.module.allBlocks().filter(({ labels }) => labels[0] === LIFECYCLE_POLICY_TYPE) ?? [];
    const [policy, ...others] = owners
      .filter((owner) => inner !== null && existenceOf(owner, [], inner) !== 'never')
      .flatMap((owner) => (inner === null ? [] : readPolicies(owner, inner)));
    const rules = policy === undefined || others.length > 0 ? null : rulesListOf(policy);
    if (policy === undefined || rules === null) return { count: null, any: [] };
    const any = rulesSelecting(policy.rules, 'any').filter(({ storageClass }) => storageClass === 'standard');
    return { count: rules.open ? null : rules.items.length, any: any.map(({ node }) => node) };
  });
}

/** True for a place in the text of the calling module, not of the called one. */
export function isOfCaller(place: Place, scope: RecordingScope): boolean {
  return scope.ask((module) => module.file(place.uri) !== undefined);
}
