import { POLICY_LIMITS } from '../../../../facts/lifecycle/policyLimits.ts';
import { printNumber } from '../../../../facts/printNumber.ts';
import { asPlainText } from '../../../../syntax/shown/markdown.ts';
import { printable } from '../../../../syntax/shown/printable.ts';
import { compactLength } from '../../compactLength.ts';
import { orderOfRule } from '../claims/priorities.ts';
import type { TagRequirement } from '../claims/requirement.ts';
import { tagRequirementOf } from '../claims/requirement.ts';
import type { LifecyclePolicy } from '../policy.ts';
import { hasAllRules } from '../policy.ts';
import type { PolicyRule } from '../policyRule.ts';
import { storageClassOf } from '../policyRule.ts';
import { isRuleAfterOthers, mayMeet } from '../precedence.ts';
import { tagPhrase, tellingEntries } from './phrases.ts';
import { ruleSentence } from './ruleSentence.ts';

/** What one rule does, and which images it keeps from the other rules, in plain words. */
export interface RuleExplanation {
  readonly priority: number | null;
  readonly description: string | null;
  readonly does: string;
  /** The images that no later rule can touch because of this one; null when unknown or when there is no later rule. */
  readonly protects: string | null;
}

/** A policy in plain words. */
export interface PolicyExplanation {
  /** How many rules it has and how long it is. */
  readonly summary: string;
  /** In order of effect: by priority, rules with an unknown one last. */
  readonly rules: readonly RuleExplanation[];
  /** Statements about the policy as a whole. */
  readonly remarks: readonly string[];
}

/**
 * Describes a policy in plain words; null when nothing about its rules is known. `kept` are sentences on what the
 * policy always keeps, which come last.
 */
export function explainPolicy(policy: LifecyclePolicy, kept: readonly string[] = []): PolicyExplanation | null {
  const { root, rules } = policy;
  if (root === null || root.kind !== 'object') return null;
  const length = compactLength(root);
  const size =
    length === null ? '' : `, ${printNumber(length)} of at most ${printNumber(POLICY_LIMITS.longestText)} characters`;
  const isComplete = hasAllRules(policy);
  const number = `${isComplete ? '' : 'At least '}${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`;
  const ordered = [...rules].sort((one, other) => orderOfRule(one) - orderOfRule(other));
  return {
    summary: `${number}${size}.`,
    rules: ordered.map((rule, index) => explainRule(rule, ordered.slice(index + 1), isRuleAfterOthers(rule, rules))),
    remarks: isComplete ? [...remarksOn(rules), ...kept] : [],
  };
}

function explainRule(rule: PolicyRule, later: readonly PolicyRule[], isAfterOthers: boolean): RuleExplanation {
  const { rulePriority, description, object } = rule;
  return {
    priority: rulePriority.state === 'known' ? rulePriority.value : null,
    description: description.state === 'known' ? description.value : null,
    does: asPlainText(ruleSentence(object, isAfterOthers) ?? 'Not fully known.'),
    protects: protection(rule, later, isAfterOthers),
  };
}

/** A rule claims every image that matches its tags, whether it acts on it or keeps it. */
function protection(rule: PolicyRule, later: readonly PolicyRule[], isAfterOthers: boolean): string | null {
  const requirement = tagRequirementOf(rule);
  const storageClass = storageClassOf(rule);
  if (requirement === null || storageClass === null) return null;
  if (!later.some((other) => storageClassOf(other) === storageClass && isShared(requirement, other))) return null;
  const kept = storageClass === 'archive' ? 'Archived images' : 'Images';
  const left = isAfterOthers ? ' that no earlier rule claims' : '';
  return `${kept} ${tagPhrase(requirement) ?? 'of every kind'}${left} belong only to this rule: what it keeps, no later rule deletes.`;
}

/** False for a rule that cannot select any image of the requirement. */
function isShared(requirement: TagRequirement, rule: PolicyRule): boolean {
  const other = tagRequirementOf(rule);
  return other === null || mayMeet(requirement, other);
}

function remarksOn(rules: readonly PolicyRule[]): readonly string[] {
  const requirements = rules.map(tagRequirementOf);
  if (requirements.includes(null)) return [];
  const has = (kind: TagRequirement['kind']) => requirements.some((requirement) => requirement?.kind === kind);
  const remarks: string[] = [];
  if (!has('any') && !has('untagged')) remarks.push('Images without a tag are never touched.');
  const isAnyTagged = requirements.some((one) => one?.kind === 'tagged' && tellingEntries(one.entries).length === 0);
  if (!has('any') && !isAnyTagged) {
    remarks.push(has('tagged') ? 'Images with other tags are never touched.' : 'Images with a tag are never touched.');
  }
  remarks.push('All rules are evaluated at once; AWS acts within 24 hours after an image qualifies.');
  return remarks;
}

/** An explanation as lines of plain text, under the policy's name. */
export function printExplanation(name: string, { summary, rules, remarks }: PolicyExplanation): string {
  const parts = [`${printable(name)}: ${summary}`, ...rules.map(printRule), remarks.join('\n')];
  return parts.filter((part) => part !== '').join('\n\n');
}

function printRule({ priority, description, does, protects }: RuleExplanation): string {
  const head = priority === null ? 'Priority not known' : `Priority ${priority}`;
  const lines = [description === null ? head : `${head}: ${printable(description)}`, does, protects ?? ''];
  return lines
    .filter((line) => line !== '')
    .map((line, index) => (index === 0 ? line : `  ${printable(line)}`))
    .join('\n');
}
