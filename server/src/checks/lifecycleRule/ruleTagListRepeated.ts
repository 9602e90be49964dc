import type { PolicyList } from '../../ecr/documents/documentNodes.ts';
import { claimOf } from '../../ecr/documents/lifecycle/claims/claimingRules.ts';
import { inTextOrder } from '../../ecr/documents/lifecycle/claims/priorities.ts';
import { TAG_LIST_KEYS } from '../../ecr/documents/lifecycle/claims/tagEntries.ts';
import { isSameRequirement } from '../../ecr/documents/lifecycle/claims/tagInclusion.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import { rulesListOf } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { beginsAtSamePlace } from '../../syntax/tree/place.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleTagListRepeated: PolicyCheck = {
  subject: 'policy',
  id: 'rule-tag-list-repeated',
  title: 'Two rules of one storage class have the same tag list',
  severity: 'warning',
  *check(policy) {
    const rules = inTextOrder(policy.rules);
    for (const [index, later] of rules.entries()) {
      const earlier = rules.slice(0, index).find((rule) => isRepeated(later, rule));
      const [list, first] = [listOf(later), earlier === undefined ? null : listOf(earlier)];
      if (list === null || first === null || beginsAtSamePlace(list.place, first.place)) continue;
      yield {
        place: list.place,
        message:
          'Another rule of this storage class has the same tag list. The rule with the smaller priority claims all of these images, and the other never acts. Merge the two, or change a list.',
        related: [{ place: first.place, message: 'The first rule with this list' }],
        fixes: removal(policy, later),
      };
    }
  },
};

function isRepeated(later: PolicyRule, earlier: PolicyRule): boolean {
  const [one, other] = [claimOf(later), claimOf(earlier)];
  if (one?.requirement.kind !== 'tagged' || other?.requirement.kind !== 'tagged') return false;
  return one.storageClass === other.storageClass && isSameRequirement(one.requirement, other.requirement);
}

function listOf(rule: PolicyRule): PolicyList | null {
  for (const key of TAG_LIST_KEYS) {
    const field = rule[key];
    if (field.state === 'known') return field.node;
  }
  return null;
}

function removal(policy: LifecyclePolicy, { object }: PolicyRule): Fix[] {
  const rules = rulesListOf(policy);
  if (rules === null) return [];
  return [{ title: 'Remove this rule', kind: 'choice', changes: [{ kind: 'remove-item', list: rules, item: object }] }];
}
