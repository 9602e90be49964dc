import type { ClaimingRule } from '../../ecr/documents/lifecycle/claims/claimingRules.ts';
import { claimingRules } from '../../ecr/documents/lifecycle/claims/claimingRules.ts';
import {
  claimsAll,
  claimsAllTagged,
  InclusionBudget,
  isSameRequirement,
} from '../../ecr/documents/lifecycle/claims/tagInclusion.ts';
import type { Fix } from '../../ecr/edits/change.ts';
import { beginsAtSamePlace } from '../../syntax/tree/place.ts';
import type { PolicyCheck } from '../check.ts';

export const ruleShadowed: PolicyCheck = {
  subject: 'policy',
  id: 'rule-shadowed',
  title: 'An earlier rule claims every image that this rule could select',
  severity: 'warning',
  *check(policy) {
    const rules = claimingRules(policy);
    const budget = new InclusionBudget();
    for (const rule of rules) {
      const earlier = rules.filter(
        (other) => other.priority < rule.priority && other.storageClass === rule.storageClass,
      );
      const claiming = earlier.find((other) => isShadowedBy(rule, other, budget));
      if (claiming !== undefined) {
        yield {
          place: rule.rule.object.opening,
          message: `This rule never acts: the rule with priority ${claiming.priority} claims every image that it could select, and what that rule keeps, no later rule touches. Give the narrower rule the smaller number.`,
          related: [{ place: claiming.rule.object.opening, message: 'The rule that claims these images' }],
          fixes: swap(rule, claiming),
        };
        continue;
      }
      const pair = rule.requirement.kind === 'any' ? everythingClaimedBy(earlier, budget) : null;
      if (pair === null) continue;
      yield {
        place: rule.rule.object.opening,
        message: `This rule never acts: the rules with priorities ${pair[0].priority} and ${pair[1].priority} claim every image, tagged or not. Remove it, or narrow the others.`,
        related: pair.map(({ rule: { object } }) => ({ place: object.opening, message: 'It claims these images' })),
      };
    }
  },
};

/** Other checks report repeated rules, misplaced rules and equal lists. */
function isShadowedBy(
  { requirement: later }: ClaimingRule,
  { requirement: earlier }: ClaimingRule,
  budget: InclusionBudget,
): boolean {
  if (earlier.kind !== 'tagged' || later.kind !== 'tagged' || isSameRequirement(earlier, later)) return false;
  return claimsAll(earlier, later, budget);
}

/** Two rules, one for untagged images and one for all tagged ones, leave nothing for an `any` rule. */
function everythingClaimedBy(
  earlier: readonly ClaimingRule[],
  budget: InclusionBudget,
): readonly [ClaimingRule, ClaimingRule] | null {
  const untagged = earlier.find(({ requirement }) => requirement.kind === 'untagged');
  const tagged = earlier.find(
    ({ requirement }) => requirement.kind === 'tagged' && claimsAllTagged(requirement, budget),
  );
  return untagged === undefined || tagged === undefined ? null : [untagged, tagged];
}

/** What a rule does to the images it claims. */
function effectOf({ rule: { actionType } }: ClaimingRule): string {
  if (actionType.state !== 'known') return 'be deleted or archived';
  return actionType.value === 'transition' ? 'be archived' : 'expire';
}

function swap(later: ClaimingRule, earlier: ClaimingRule): Fix[] {
  if (beginsAtSamePlace(later.node.place, earlier.node.place)) return [];
  return [
    {
      title: `Swap the priorities of the two rules: images that the rule with priority ${earlier.priority} kept may then ${effectOf(later)}`,
      kind: 'choice',
      changes: [
        { kind: 'replace-value', node: later.node, value: earlier.priority },
        { kind: 'replace-value', node: earlier.node, value: later.priority },
      ],
    },
  ];
}
