import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import { byPriority } from '../../ecr/documents/lifecycle/completeRule.ts';
import { ruleClause } from '../../ecr/documents/lifecycle/words/ruleSentence.ts';
import type { RuleLine } from '../findings/finding.ts';
import type { ClaimPair, PolicyDifference } from './compareRules.ts';

/** The rules of a policy before and after. */
export interface RulesChange {
  readonly before: readonly SimulatedRule[];
  readonly after: readonly SimulatedRule[];
}

/** Beyond this number, rules are not named in one sentence. */
const MOST_NAMED = 3;

/** What a change of the rules means, in one sentence. */
export function differenceSentence({ deleted, archived, kept, spared }: PolicyDifference, rules: RulesChange): string {
  if (deleted.length > 0) return `Images can be deleted that could not before: ${imagesOf(deleted, 'after', rules)}.`;
  if (archived.length > 0)
    return `Images can be archived that were kept before: ${imagesOf(archived, 'after', rules)}.`;
  if (spared.length > 0) return `Images are archived that were deleted before: ${imagesOf(spared, 'after', rules)}.`;
  if (kept.length > 0) return `Nothing more is deleted; these images now stay: ${imagesOf(kept, 'before', rules)}.`;
  return 'It does the same to all images.';
}

/** What the removal of a policy means, in one sentence. */
export function removalSentence({ kept }: PolicyDifference, rules: RulesChange): string {
  const images = kept.length === 0 ? '' : `; these were deleted or archived before: ${imagesOf(kept, 'before', rules)}`;
  return `Nothing is deleted or archived any more, so images pile up${images}.`;
}

/** The images that the rules of some pairs act on. */
function imagesOf(pairs: readonly ClaimPair[], side: 'before' | 'after', rules: RulesChange): string {
  const acting = [...new Set(pairs.flatMap((pair) => pair[side] ?? []))];
  const named = acting.slice(0, MOST_NAMED).map((rule) => withoutVerb(ruleClause(rule, rules[side])));
  const others = acting.length - named.length;
  return [...named, ...(others > 0 ? [`and those of ${others} more ${others === 1 ? 'rule' : 'rules'}`] : [])].join(
    '; ',
  );
}

function withoutVerb(clause: string): string {
  return clause.slice(clause.indexOf(' ') + 1);
}

/** For each rule that does more than before: its effect, and what happened to its images before. */
export function differenceReasons({ deleted, archived }: PolicyDifference, rules: RulesChange): readonly string[] {
  const earlier = new Map<SimulatedRule, (SimulatedRule | null)[]>();
  for (const { before, after } of [...deleted, ...archived]) {
    if (after !== null) earlier.set(after, [...(earlier.get(after) ?? []), before]);
  }
  return [...earlier].map(([rule, others]) => {
    const now = `rule ${rule.priority} ${ruleClause(rule, rules.after)}`;
    return `Now ${now}; before, ${others.map((other) => beforeWords(other, rules.before)).join(', and ')}.`;
  });
}

function beforeWords(rule: SimulatedRule | null, rules: readonly SimulatedRule[]): string {
  if (rule === null) return rules.length === 0 ? 'no rule did anything to them' : 'no rule claimed some of them';
  return `rule ${rule.priority} ${ruleClause(rule, rules)}`;
}

/** Both lists of rules as a diff in words, in the order in which the rules act. */
export function ruleLines({ before, after }: RulesChange): readonly RuleLine[] {
  const words = (rules: readonly SimulatedRule[]) =>
    byPriority(rules).map((rule) => `rule ${rule.priority} ${ruleClause(rule, rules)}`);
  return diffOf(words(before), words(after));
}

/** The longest common run of lines stays; the others are removed and added. */
function diffOf(before: readonly string[], after: readonly string[]): readonly RuleLine[] {
  const common = commonLengths(before, after);
  const lines: RuleLine[] = [];
  let [at, other] = [0, 0];
  while (at < before.length || other < after.length) {
    const [one, two] = [before[at], after[other]];
    if (one !== undefined && one === two) {
      lines.push({ sign: ' ', words: one });
      at += 1;
      other += 1;
    } else if (
      two === undefined ||
      (one !== undefined && (common[at + 1]?.[other] ?? 0) >= (common[at]?.[other + 1] ?? 0))
    ) {
      lines.push({ sign: '-', words: one ?? '' });
      at += 1;
    } else {
      lines.push({ sign: '+', words: two });
      other += 1;
    }
  }
  return lines;
}

/** The number of common lines from two positions on. */
function commonLengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: before.length + 1 }, () => Array.from({ length: after.length + 1 }, () => 0));
  for (let at = before.length - 1; at >= 0; at -= 1) {
    for (let other = after.length - 1; other >= 0; other -= 1) {
      const row = table[at];
      if (row === undefined) continue;
      const below = table[at + 1];
      row[other] =
        before[at] === after[other]
          ? 1 + (below?.[other + 1] ?? 0)
          : Math.max(below?.[other] ?? 0, row[other + 1] ?? 0);
    }
  }
  return table;
}
