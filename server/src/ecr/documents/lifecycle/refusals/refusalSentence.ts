import type { PolicyKey } from '../../../../facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import { printNumber } from '../../../../facts/printNumber.ts';
import type { Refusal } from './refusal.ts';

/** What a refusal is about, in one short sentence. */
export function refusalSentence(refusal: Refusal): string {
  switch (refusal.code) {
    case 'not-json':
      return 'The text is not JSON, so AWS refuses it.';
    case 'second-value':
      return 'A second JSON value follows the policy.';
    case 'empty-text':
      return 'The policy is empty.';
    case 'too-long':
      return `The policy has ${printNumber(refusal.length)} characters; AWS accepts ${printNumber(POLICY_LIMITS.shortestText)} to ${printNumber(POLICY_LIMITS.longestText)}.`;
    case 'rule-count':
      return refusal.count === 0
        ? 'The policy has no rule; AWS requires at least one.'
        : `The policy has ${refusal.count} rules; AWS accepts at most ${POLICY_LIMITS.rules}.`;
    case 'wrong-shape':
      return wrongShape(refusal.expected, refusal.key);
    case 'unknown-key':
      return `AWS does not know the key "${refusal.member.key}" here.`;
    case 'missing-key':
      return refusal.fact.key === 'rules' ? 'The policy has no list of rules.' : `${refusal.fact.key} is missing.`;
    case 'null-value':
    case 'null-description':
    case 'unknown-value':
      return `${refusal.found.fact.key} must be ${expectationOf(refusal.found.fact)}.`;
    case 'null-item':
      return 'A list of the policy has a null.';
    case 'below-one':
      return `${refusal.key} must be a whole number of 1 or more.`;
    case 'wrong-type':
    case 'wrong-entry':
      return `${refusal.fact.key} must be ${expectationOf(refusal.fact)}.`;
    default:
      return ruleSentence(refusal);
  }
}

type OfRules = Exclude<
  Refusal,
  {
    readonly code:
      | 'not-json'
      | 'second-value'
      | 'empty-text'
      | 'too-long'
      | 'rule-count'
      | 'wrong-shape'
      | 'unknown-key'
      | 'missing-key'
      | 'null-value'
      | 'null-description'
      | 'unknown-value'
      | 'null-item'
      | 'below-one'
      | 'wrong-type'
      | 'wrong-entry';
  }
>;

function ruleSentence(refusal: OfRules): string {
  switch (refusal.code) {
    case 'list-forbidden':
    case 'empty-list':
      return `tagStatus ${refusal.status} takes no list of tags.`;
    case 'two-lists':
      return 'A rule takes one of tagPatternList and tagPrefixList, not both.';
    case 'list-missing':
      return 'tagStatus tagged needs tagPatternList or tagPrefixList.';
    case 'wildcards':
      return `A pattern takes at most ${POLICY_LIMITS.wildcardsInPattern} wildcards; this one has ${refusal.wildcards}.`;
    case 'unit-missing':
      return `${refusal.countType.value} needs countUnit.`;
    case 'unit-forbidden':
      return `${refusal.countType.value} takes no countUnit.`;
    case 'storage-class':
      return `${refusal.countType.value} requires storageClass ${refusal.needed} only.`;
    case 'action-mismatch':
      return `${refusal.countType.value} cannot ${refusal.actionType.value} images.`;
    case 'target-missing':
      return 'transition needs targetStorageClass.';
    case 'target-of-expire':
      return 'expire takes no targetStorageClass.';
    case 'priority-repeated':
      return `rulePriority ${refusal.later.priority} is used by several rules.`;
    case 'status-repeated':
      return `Several rules for ${refusal.later.storageClass} images have tagStatus ${refusal.status}.`;
    case 'any-not-last':
      return `A rule with tagStatus any must have the largest rulePriority of its storage class (${refusal.storageClass}).`;
  }
}

function wrongShape(expected: string, key: string | null): string {
  if (expected === 'policy') return 'A lifecycle policy must be an object with a list of rules.';
  return key === null
    ? 'A rule must be an object.'
    : `${key} must be ${expected === 'object' ? 'an' : 'a'} ${expected}.`;
}

function expectationOf({ type, values }: PolicyKey): string {
  if (values !== undefined) return `one of ${values.map(({ value }) => value).join(', ')}`;
  switch (type) {
    case 'integer':
      return 'a whole number of 1 or more';
    case 'string':
      return 'a string';
    case 'string-list':
      return 'a list of strings';
    case 'object':
      return 'an object';
    case 'object-list':
      return 'a list of rules';
  }
}
