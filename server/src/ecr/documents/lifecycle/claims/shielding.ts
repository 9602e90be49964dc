import type { StorageClass } from '../../../../facts/lifecycle/ruleValues.ts';
import type { Say } from '../../../../syntax/shown/say.ts';
import { inEnglish } from '../../../../syntax/shown/say.ts';
import { capital } from '../../../sentenceParts.ts';
import { imagesOf } from '../words/ruleSentence.ts';
import { leastImages } from './leastImages.ts';
import type { TagEntry, TagRequirement } from './requirement.ts';
import { meetsRequirement } from './requirement.ts';
import { canMatch } from './tagGrammar.ts';

/** What shielding depends on: a rule's order, and its claim in each storage class. */
export interface RuleClaim {
  readonly priority: number;
  readonly requirement: TagRequirement;
  readonly storageClass: StorageClass;
}

/** A later rule that selects images of an earlier one but never gets them. */
export interface Shield<Rule extends RuleClaim> {
  readonly from: Rule;
  /** `all`: every image of the earlier rule; `shared`: those that have the tags of both. */
  readonly images: 'all' | 'shared';
}

/** Why a rule can never act, whatever images there are. */
export type Death<Rule extends RuleClaim> =
  | { readonly kind: 'no-such-tag'; readonly entry: TagEntry }
  /** These earlier rules together claim every image that it selects; by priority. */
  | { readonly kind: 'claimed'; readonly by: readonly Rule[] };

/** The effect of a rule's position in its policy. */
export interface Shielding<Rule extends RuleClaim> {
  readonly rule: Rule;
  /** By priority; rules that never act are left out. */
  readonly shields: readonly Shield<Rule>[];
  readonly death: Death<Rule> | null;
}

/**
 * For each rule, in the given order: the later rules that it shields its images from, and why it never acts, if so. An
 * image belongs to the first rule of its storage class whose tag requirement it matches, whether that rule acts on it
 * or not. Every answer holds for these rules, and still holds when the policy has others. Nothing is concluded between
 * rules that share a priority. Source: Amazon ECR user guide, "Lifecycle policy evaluation rules".
 */
export function shieldingOf<Rule extends RuleClaim>(rules: readonly Rule[]): readonly Shielding<Rule>[] {
  const deaths = new Map(rules.map((rule) => [rule, deathOf(rule, rules)]));
  return rules.map((rule) => {
    const death = deaths.get(rule) ?? null;
    if (death !== null) return { rule, shields: [], death };
    const later = rules.filter((other) => comesBefore(rule, other) && deaths.get(other) === null);
    const shields = later.flatMap((from) => {
      const images = sharedImages(rule.requirement, from.requirement);
      return images === null ? [] : [{ from, images }];
    });
    return { rule, shields: shields.sort((one, other) => one.from.priority - other.from.priority), death };
  });
}

/** Why a rule can never act together with the others, or null when it may. */
export function deathOf<Rule extends RuleClaim>(rule: Rule, rules: readonly Rule[]): Death<Rule> | null {
  const { requirement } = rule;
  const entry = requirement.kind === 'tagged' ? requirement.entries.find((one) => !canMatch(one)) : undefined;
  if (entry !== undefined) return { kind: 'no-such-tag', entry };
  const earlier = rules.filter((other) => comesBefore(other, rule));
  const by = new Set<Rule>();
  for (const tags of leastImages(requirement)) {
    const claimant = earlier.find((other) => meetsRequirement(other.requirement, tags));
    if (claimant === undefined) return null;
    by.add(claimant);
  }
  return { kind: 'claimed', by: [...by].sort((one, other) => one.priority - other.priority) };
}

/** Why a rule never acts, to follow "never acts: ". */
export function deathInWords(death: Death<RuleClaim>, { requirement }: RuleClaim): string {
  if (death.kind === 'no-such-tag') return noTagIs(death.entry);
  const images = requirement.kind === 'any' ? 'every image' : 'all its images';
  const claiming = rulesInWords(death.by);
  return death.by.length === 1 ? `${claiming} takes ${images}` : `${claiming} leave no image`;
}

/** What a rule shields from which rules, in one or two sentences; null when it shields nothing. */
export function shieldingInWords({ rule, shields }: Shielding<RuleClaim>): string | null {
  const all = shields.filter(({ images }) => images === 'all').map(({ from }) => from);
  const shared = shields.filter(({ images }) => images === 'shared').map(({ from }) => from);
  const those = `those that also have the tags that ${rulesInWords(shared)} ${shared.length === 1 ? 'asks' : 'ask'} for`;
  const owned = `${capital(imagesOf(rule))} belong to rule ${rule.priority}`;
  if (all.length === 0) return shared.length === 0 ? null : `${owned}, ${those} too.`;
  const never = `${rulesInWords(all)} never ${all.length === 1 ? 'touches' : 'touch'} them`;
  const more = shared.length === 0 ? '' : ` ${capital(those)} belong to rule ${rule.priority} too.`;
  return `${owned}, those that it keeps too: ${never}.${more}`;
}

/** "rule 3", "rules 3 and 4", "rules 3, 4 and 9"; many are counted. */
export function rulesInWords(rules: readonly RuleClaim[]): string {
  const numbers = rules.map(({ priority }) => String(priority));
  const last = numbers.pop();
  if (numbers.length === 0) return `rule ${last}`;
  return numbers.length >= MOST_NAMED ? `${numbers.length + 1} rules` : `rules ${numbers.join(', ')} and ${last}`;
}

const MOST_NAMED = 4;

function comesBefore(one: RuleClaim, other: RuleClaim): boolean {
  return one.priority < other.priority && one.storageClass === other.storageClass;
}

/**
 * The images of an earlier rule that a later one would select too; null when there can be none. Neither rule is dead.
 */
function sharedImages(earlier: TagRequirement, later: TagRequirement): Shield<RuleClaim>['images'] | null {
  if (leastImages(earlier).every((tags) => meetsRequirement(later, tags))) return 'all';
  // An image may have any combination of tags, so two tag lists always share some images.
  return earlier.kind === 'tagged' && later.kind === 'tagged' ? 'shared' : null;
}

/** Says that no tag matches an entry of a list, and why if it is not obvious. */
export function noTagIs({ kind, text }: TagEntry, say: Say = inEnglish): string {
  if (kind === 'pattern') return say('no tag can match "{0}"', text);
  return text.includes('*')
    ? say('no tag begins with "{0}", as * is an ordinary character in tagPrefixList', text)
    : say('no tag begins with "{0}"', text);
}
