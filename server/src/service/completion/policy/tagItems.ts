import { usedTags } from '../../../ecr/documents/lifecycle/claims/tagLists.ts';
import type { Point } from '../../cursor/point.ts';
import { nextCharacter } from '../../cursor/point.ts';
import type { TagListCursor } from '../../cursor/policy/tagListCursor.ts';
import type { Draft } from '../items/completionItem.ts';
import { insertQuoted } from '../items/slots.ts';

/** Longer texts are not read. */
const MOST_TAGS = 50;

/** The tags that policies of the workspace name, for a list of tags, without its own. */
export function tagItems(point: Point, { list, slot, quote, entries }: TagListCursor): Draft[] {
  const free = usedTags(point.module, list).filter((tag) => !entries.includes(tag));
  const isBeforeEntry = ['"', '\\'].includes(nextCharacter(point.text, slot.end).character);
  const after = slot.quotes === 'none' && isBeforeEntry ? ',' : '';
  return free.slice(0, MOST_TAGS).map((tag) => ({
    label: tag,
    kind: 'value',
    detail: list === 'pattern' ? 'tagPatternList' : 'tagPrefixList',
    documentation: 'A policy of this workspace names it. An image must have a matching tag for **every** entry.',
    insert: insertQuoted(point, slot, tag, after, quote),
  }));
}
