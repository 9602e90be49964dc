import type { PolicyRule } from '../policyRule.ts';
import type { ListField } from '../ruleFields.ts';

/**
 * The images that a rule claims by their tags. Some tag of the image must match every entry of `patterns`, different
 * tags for different entries if necessary; `*` in an entry is any run of characters. Source: Amazon ECR user guide,
 * "Lifecycle policy evaluation rules".
 */
export type TagRequirement =
  | { readonly kind: 'any' }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'tagged'; readonly entries: readonly TagEntry[] };

/** One entry of a tag list, as written: a whole-tag pattern, or a prefix in which `*` is literal. */
export interface TagEntry {
  readonly kind: 'pattern' | 'prefix';
  readonly text: string;
}

/** The tag requirement of a rule, or null when a part is unknown or AWS would reject it. */
export function tagRequirementOf(rule: PolicyRule): TagRequirement | null {
  const { tagStatus, tagPatternList, tagPrefixList } = rule;
  if (tagStatus.state !== 'known') return null;
  if (tagStatus.value === 'any') return { kind: 'any' };
  if (tagStatus.value === 'untagged') return { kind: 'untagged' };
  if (tagPatternList.state !== 'absent' && tagPrefixList.state !== 'absent') return null;
  const entries = entriesOf(tagPatternList, 'pattern') ?? entriesOf(tagPrefixList, 'prefix');
  return entries === null || entries.length === 0 ? null : { kind: 'tagged', entries };
}

/** True when an image with these tags matches the requirement. */
export function meetsRequirement(requirement: TagRequirement, tags: readonly string[]): boolean {
  if (requirement.kind === 'any') return true;
  if (requirement.kind === 'untagged') return tags.length === 0;
  return requirement.entries.every((entry) => tags.some((tag) => meetsEntry(entry, tag)));
}

function meetsEntry(entry: TagEntry, tag: string): boolean {
  return entry.kind === 'prefix' ? tag.startsWith(entry.text) : matchesPattern(stretchesOf(entry), tag);
}

const stretches = new WeakMap<TagEntry, readonly string[]>();

/** A pattern split at each `*`, once per entry, because some are tested on many tags. */
function stretchesOf(entry: TagEntry): readonly string[] {
  const known = stretches.get(entry) ?? entry.text.split('*');
  stretches.set(entry, known);
  return known;
}

/**
 * True when a pattern, split at each `*`, matches the whole tag. Greedy from left to right, which is exact when `*` is
 * the only wildcard; linear in the tag for each part.
 */
export function matchesPattern(stretches: readonly string[], tag: string): boolean {
  const [first = '', ...others] = stretches;
  const last = others.pop();
  if (last === undefined) return tag === first;
  if (tag.length < first.length + last.length || !tag.startsWith(first) || !tag.endsWith(last)) return false;
  let from = first.length;
  for (const stretch of others) {
    const found = tag.indexOf(stretch, from);
    if (found === -1) return false;
    from = found + stretch.length;
  }
  return from <= tag.length - last.length;
}

function entriesOf(list: ListField, kind: TagEntry['kind']): TagEntry[] | null {
  if (list.state !== 'known' || list.node.open) return null;
  const entries: TagEntry[] = [];
  for (const node of list.value) {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return null;
    entries.push({ kind, text: node.value });
  }
  return entries;
}
