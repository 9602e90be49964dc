import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyPart } from '../../ecr/documents/lifecycle/policyParts.ts';
import { refusalsOf } from '../../ecr/documents/lifecycle/refusals/inPolicy.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import type { PolicyKey } from '../../facts/lifecycle/lifecyclePolicy.ts';
import type { PolicyCheck } from '../check.ts';
import { choicesFor } from '../support/keyChoices.ts';

export const policyMissingKey: PolicyCheck = {
  subject: 'policy',
  id: 'policy-missing-key',
  title: 'Missing key in a lifecycle policy',
  severity: 'error',
  *check(policy) {
    for (const { place, part, fact } of refusalsOf(policy, 'missing-key')) {
      yield {
        place,
        message: `${fact.key} is missing; AWS refuses the policy ("object has missing required properties").`,
        fixes: additions(policy, part, fact),
      };
    }
  },
};

function additions(policy: LifecyclePolicy, part: PolicyPart, fact: PolicyKey): Fix[] {
  return choicesFor(policy, part, fact.key)
    .filter(({ also }) => also.length === 0)
    .map(({ value }) => ({
      title: typeof value === 'object' ? `Add ${fact.key}` : `Add ${fact.key} = ${JSON.stringify(value)}`,
      kind: 'choice',
      changes: [{ kind: 'set-key', object: part.object, key: fact.key, value }],
    }));
}
