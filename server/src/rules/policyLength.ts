import type { Fix } from '../ecr/change.ts';
import { compactLength, longestLength } from '../ecr/policy/compactLength.ts';
import type { LifecyclePolicy } from '../ecr/policy/lifecyclePolicy.ts';
import { hasAllRules, rulesListOf } from '../ecr/policy/lifecyclePolicy.ts';
import { policySourceOf } from '../ecr/policy/policySource.ts';
import { POLICY_LIMITS } from '../facts/policyLimits.ts';
import { STARTER_POLICIES } from '../facts/starterPolicies.ts';
import { termOf } from '../syntax/edit/term.ts';
import type { PolicyCheck } from './rule.ts';

export const policyLength: PolicyCheck = {
  subject: 'policy',
  id: 'policy-length',
  title: 'The text of a lifecycle policy is shorter or longer than AWS accepts',
  severity: 'error',
  *check(policy) {
    const { place, root, damaged } = policy;
    if (damaged) return;
    const isShort = root === null || (longestLength(root) <= POLICY_LIMITS.longestText && !hasNoRule(policy));
    const length = isShort ? 0 : (compactLength(root) ?? 0);
    if (length > POLICY_LIMITS.longestText) {
      yield {
        place,
        message: `The policy has ${length} characters and AWS accepts ${POLICY_LIMITS.longestText}. Merge rules or shorten descriptions.`,
      };
    } else if (isEmptyText(policy) || (hasNoRule(policy) && length < POLICY_LIMITS.shortestText)) {
      yield {
        place,
        message: `The policy is empty; AWS refuses a text of less than ${POLICY_LIMITS.shortestText} characters ("Member must have length greater than or equal to ${POLICY_LIMITS.shortestText}"). Give it at least one rule.`,
        fixes: starters(policy),
      };
    }
  },
};

function isEmptyText({ document }: LifecyclePolicy): boolean {
  return document !== null && document.mapped.text.trim() === '';
}

function hasNoRule(policy: LifecyclePolicy): boolean {
  return hasAllRules(policy) && rulesListOf(policy)?.items.length === 0;
}

function starters({ owner, argument }: LifecyclePolicy): Fix[] {
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
