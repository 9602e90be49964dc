import { tagRequirementOf } from '../../ecr/documents/lifecycle/claims/requirement.ts';
import { maySelect } from '../../ecr/documents/lifecycle/claims/statusRules.ts';
import { claimsAllTagged } from '../../ecr/documents/lifecycle/claims/tagInclusion.ts';
import type { LifecyclePolicy } from '../../ecr/documents/lifecycle/policy.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { storageClassOf } from '../../ecr/documents/lifecycle/policyRule.ts';
import type { Change, Fix } from '../../ecr/edits/change.ts';
import { countTypeFact } from '../../facts/lifecycle/countTypes.ts';
import type { Finding, PolicyCheck } from '../check.ts';
import type { StatedAmount } from '../support/descriptionWords.ts';
import { statedAmount, statedImages } from '../support/descriptionWords.ts';

export const ruleDescriptionMismatch: PolicyCheck = {
  subject: 'policy',
  id: 'rule-description-mismatch',
  title: 'The description contradicts its rule',
  severity: 'hint',
  *check(policy) {
    for (const rule of policy.rules) {
      const finding = wrongImages(rule, policy) ?? wrongAmount(rule);
      if (finding !== null) yield finding;
    }
  },
};

/** A description that claims to keep images which the rule deletes is worse than one that promises too much. */
function severityWhen(keepsLess: boolean, { actionType }: PolicyRule): Pick<Finding, 'severity'> {
  const deletes = actionType.state === 'known' && actionType.value === 'expire';
  return keepsLess && deletes ? { severity: 'warning' } : {};
}

function wrongImages(rule: PolicyRule, policy: LifecyclePolicy): Finding | null {
  const { description } = rule;
  const requirement = tagRequirementOf(rule);
  if (description.state !== 'known' || requirement === null) return null;
  const stated = statedImages(description.value);
  const { place } = description.node;
  if (stated === 'all' && requirement.kind === 'untagged') {
    return {
      place,
      message:
        'The description mentions all images, and the rule selects untagged ones only. Correct the one that is wrong.',
    };
  }
  if (stated !== 'untagged' || requirement.kind === 'untagged' || mayLeaveUntaggedOnly(rule, policy)) return null;
  const selected = requirement.kind === 'any' ? 'all images, tagged ones too' : 'tagged images';
  return {
    place,
    ...severityWhen(true, rule),
    message: `The description mentions untagged images, and the rule selects ${selected}. Correct the one that is wrong: tagStatus "untagged" selects untagged images only.`,
    fixes: untaggedFix(rule, policy),
  };
}

/** Selects untagged images alone, where no other rule of the policy does. */
function untaggedFix(rule: PolicyRule, { rules }: LifecyclePolicy): Fix[] {
  const { tagStatus, selection, tagPatternList, tagPrefixList } = rule;
  if (tagStatus.state !== 'known' || selection === null || !maySelect(rules, rule, 'untagged')) return [];
  const removed = [tagPatternList, tagPrefixList].flatMap((list): Change[] =>
    list.state === 'known' ? [{ kind: 'remove-key', object: selection, member: list.member }] : [],
  );
  return [
    {
      title: 'Change tagStatus to untagged',
      kind: 'choice',
      changes: [{ kind: 'replace-value', node: tagStatus.node, value: 'untagged' }, ...removed],
    },
  ];
}

/** True where earlier rules claim, or may claim, every image with a tag, so that `any` gets the others. */
function mayLeaveUntaggedOnly(rule: PolicyRule, { rules }: LifecyclePolicy): boolean {
  const { rulePriority } = rule;
  if (rulePriority.state !== 'known') return true;
  return rules.some((other) => {
    if (other === rule) return false;
    const isLater = other.rulePriority.state === 'known' && other.rulePriority.value >= rulePriority.value;
    const isElsewhere = storageClassOf(other) !== null && storageClassOf(other) !== storageClassOf(rule);
    const requirement = tagRequirementOf(other);
    return !isLater && !isElsewhere && (requirement === null || claimsAllTagged(requirement));
  });
}

function wrongAmount(rule: PolicyRule): Finding | null {
  const { description, countNumber, countType } = rule;
  if (description.state !== 'known' || countNumber.state !== 'known' || countType.state !== 'known') return null;
  const stated = statedAmount(description.value);
  const fact = countTypeFact(countType.value);
  if (stated === null) return null;
  const unit = fact.countsDays ? 'day' : 'image';
  const { value: number } = countNumber;
  const isWithin = stated.least <= number && number <= stated.most;
  if (stated.unit === unit ? isWithin : !isWithin) return null;
  return {
    place: description.node.place,
    ...severityWhen(stated.unit === unit && number < stated.least, rule),
    message: `The description mentions ${stated.words}, and the rule counts ${amount(number, unit)}. Correct the one that is wrong.`,
    fixes: [...correction(rule, stated, amount(number, unit)), ...countFix(rule, stated, unit)],
  };
}

/** The number that the description states, where it states one of the rule's own unit. */
function countFix({ countNumber }: PolicyRule, { least, most, unit }: StatedAmount, counted: string): Fix[] {
  if (countNumber.state !== 'known' || unit !== counted || least !== most || least < 1) return [];
  const { node, value: number } = countNumber;
  return [
    {
      title: `Change countNumber to ${least}${least < number ? ', which selects more images' : ''}`,
      kind: 'choice',
      changes: [{ kind: 'replace-value', node, value: least }],
    },
  ];
}

function amount(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

function correction({ description }: PolicyRule, { start, end }: StatedAmount, right: string): Fix[] {
  if (description.state !== 'known') return [];
  const { node, value: text } = description;
  const value = `${text.slice(0, start)}${right}${text.slice(end)}`;
  return [
    {
      title: `Say "${right}" in the description`,
      kind: 'choice',
      changes: [{ kind: 'replace-value', node, value }],
    },
  ];
}
