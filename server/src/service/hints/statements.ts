import type { PolicyMember, PolicyNode } from '../../ecr/documents/documentNodes.ts';
import type { ClaimingRule } from '../../ecr/documents/lifecycle/claims/claimingRules.ts';
import { claimingRules } from '../../ecr/documents/lifecycle/claims/claimingRules.ts';
import { keepsFrom } from '../../ecr/documents/lifecycle/claims/overruling.ts';
import type { Shielding } from '../../ecr/documents/lifecycle/claims/shielding.ts';
import {
  deathInWords,
  rulesInWords,
  shieldingInWords,
  shieldingOf,
} from '../../ecr/documents/lifecycle/claims/shielding.ts';
import type { PolicyRule } from '../../ecr/documents/lifecycle/policyRule.ts';
import { lastValue } from '../../ecr/documents/lifecycle/policyRule.ts';
import { isRuleAfterOthers } from '../../ecr/documents/lifecycle/precedence.ts';
import { ruleSentence } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import { asMarkdown } from '../../syntax/shown/markdown.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { HintWords, Statement } from './statement.ts';
import { tagStatements } from './tagStatements.ts';
import { unitOf } from './units.ts';
import { numberOf, writtenValue } from './writtenValue.ts';

/** The number of hint characters that VS Code shows in a line. Source: `editor.inlayHints.maximumLength`. */
const LONGEST_LABEL = 43;

/** The statements of a policy's rules at their places in the text. */
export function statementsOf(rules: readonly PolicyRule[]): readonly Statement[] {
  const typed = rules.filter((rule) => !isHalfTyped(rule));
  const known = new Map(
    shieldingOf(claimingRules({ rules: typed })).map((shielding) => [shielding.rule.rule, shielding]),
  );
  return rules.flatMap((rule) => [
    ...unitStatements(rule, rules),
    ...tagStatements(rule),
    ...claimStatements(rule, known.get(rule) ?? null),
  ]);
}

/** True for a rule without something that every rule has, or with the empty text of a completion. */
function isHalfTyped(rule: PolicyRule): boolean {
  const { object, rulePriority, tagStatus, countType, countNumber, actionType } = rule;
  const lacks = (key: string) => !object.open && lastValue(object, key) === undefined;
  if (lacks('selection') || lacks('action')) return true;
  if ([rulePriority, tagStatus, countType, countNumber, actionType].some(({ state }) => state === 'absent'))
    return true;
  const lists = [rule.tagPatternList, rule.tagPrefixList];
  return lists.some((list) => list.state === 'known' && list.value.some(isEmptyText));
}

function isEmptyText(node: PolicyNode): boolean {
  return node.kind === 'scalar' && node.value === '';
}

function unitStatements(rule: PolicyRule, rules: readonly PolicyRule[]): Statement[] {
  const member = onlyMember(rule.selection, 'countNumber');
  const written = member && writtenValue(member);
  if (!written) return [];
  const count = numberOf(member.value);
  const unit = unitOf(rule, count);
  const isResolved = !written.isLiteral && count !== null;
  const words =
    unit === null ? null : { label: isResolved ? `= ${count} ${unit}` : unit, tooltip: sentenceOn(rule, rules) };
  return [{ kind: 'units', place: written.place, words }];
}

function sentenceOn(rule: PolicyRule, rules: readonly PolicyRule[]): string {
  return ruleSentence(rule.object, isRuleAfterOthers(rule, rules)) ?? '';
}

function claimStatements(rule: PolicyRule, shielding: Shielding<ClaimingRule> | null): Statement[] {
  const member = onlyMember(rule.object, 'rulePriority');
  const { opening } = rule.object;
  const place = (member && writtenValue(member)?.place) ?? placeOf(opening, opening);
  return [
    { kind: 'shielding', place, words: shielding && shieldingWords(shielding, overruled(shielding)) },
    { kind: 'allShielding', place, words: shielding && shieldingWords(shielding, shielded(shielding)) },
    { kind: 'deadRules', place, words: shielding && deathWords(shielding) },
  ];
}

/** The later rules that get none of the rule's images. */
function shielded({ shields }: Shielding<ClaimingRule>): readonly ClaimingRule[] {
  return shields.filter(({ images }) => images === 'all').map(({ from }) => from);
}

/** Those that would delete images that the rule keeps. */
function overruled(shielding: Shielding<ClaimingRule>): readonly ClaimingRule[] {
  return shielded(shielding).filter(({ rule }) => keepsFrom(shielding.rule.rule, rule));
}

function shieldingWords(shielding: Shielding<ClaimingRule>, from: readonly ClaimingRule[]): HintWords | null {
  if (from.length === 0) return null;
  const named = `shields images from ${rulesInWords(from)}`;
  const label = named.length <= LONGEST_LABEL ? named : `shields images from ${from.length} rules`;
  return { label, tooltip: asMarkdown(shieldingInWords(shielding) ?? '') };
}

function deathWords({ death, rule }: Shielding<ClaimingRule>): HintWords | null {
  if (death === null) return null;
  const reason = deathInWords(death, rule);
  const label = `never acts: ${reason}`.length <= LONGEST_LABEL ? `never acts: ${reason}` : 'never acts';
  const why = death.kind === 'claimed' ? ' What an earlier rule keeps, no later rule touches.' : '';
  return { label, tooltip: asMarkdown(`This rule never acts: ${reason}.${why}`) };
}

function onlyMember(object: PolicyRule['selection'], key: string): PolicyMember | null {
  const [first, second] = object?.members.filter((member) => member.key === key) ?? [];
  return first !== undefined && second === undefined ? first : null;
}
