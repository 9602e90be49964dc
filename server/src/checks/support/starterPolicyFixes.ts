import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { policySourceOf } from '../../ecr/documents/lifecycle/policySource.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { STARTER_POLICIES } from '../../facts/lifecycle/starterPolicies.ts';
import { termOf } from '../../syntax/edit/term.ts';

/** Starter policies that replace an empty policy. */
export function starterPolicies({ owner, argument }: LifecyclePolicy): Fix[] {
  if (argument === null) return [];
  return STARTER_POLICIES.map(({ does, rules }) => ({
    title: `Write a policy that ${does}`,
    kind: 'choice',
    changes: [
      {
        kind: 'replace-expression',
        source: owner.source,
        expression: policySourceOf(owner)?.expression ?? argument.value,
        term: { kind: 'call', name: 'jsonencode', argument: termOf({ rules }) },
      },
    ],
  }));
}
