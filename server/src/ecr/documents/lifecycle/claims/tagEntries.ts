import type { PolicyNode, PolicyScalar } from '../../documentNodes.ts';
import type { ListField } from '../ruleFields.ts';

/** The two keys that say which tags a rule selects. */
export const TAG_LIST_KEYS = ['tagPatternList', 'tagPrefixList'] as const;

export type TagListKey = (typeof TAG_LIST_KEYS)[number];

/** The title of every action that writes one rule per entry of a list. */
export function splitTitle(key: TagListKey): string {
  return `Split into one rule for each entry of ${key}: an image then needs one of them instead of all`;
}

/** True for a list that is certain to be empty. */
export function isEmptyList(list: ListField): boolean {
  return list.state === 'known' && !list.node.open && list.value.length === 0;
}

/** An entry whose text is known. */
export interface Entry {
  readonly node: PolicyScalar;
  readonly text: string;
}

/** The entries whose text is known. */
export function entriesOf(list: ListField): Entry[] {
  return list.state === 'known' ? list.value.flatMap(entryOf) : [];
}

function entryOf(node: PolicyNode): Entry[] {
  return node.kind === 'scalar' && typeof node.value === 'string' ? [{ node, text: node.value }] : [];
}
