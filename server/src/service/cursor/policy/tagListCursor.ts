import type { TagListKind } from '../../../ecr/documents/lifecycle/claims/tagLists.ts';
import { OPEN_TAG_LIST, tagEntries, tagListKind } from '../../../ecr/documents/lifecycle/claims/tagLists.ts';
import type { Point, Slot } from '../point.ts';

/** The cursor is in a list of tags of a rule, in whatever spelling: in an entry, or where one may be written. */
export interface TagListCursor {
  readonly kind: 'tag-list';
  readonly list: TagListKind;
  readonly slot: Slot;
  /** How quotes are written there. */
  readonly quote: '"' | '\\"';
  /** The entries that are there already. */
  readonly entries: readonly string[];
}

/** The number of characters before the cursor in which a list of tags is searched. */
const REACH = 4_000;

/** The list of tags around the point, or null. Reads text, because an incomplete list has no tree. */
export function tagListCursor({ text, offset }: Point): TagListCursor | null {
  const match = OPEN_TAG_LIST.exec(text.slice(Math.max(0, offset - REACH), offset));
  const [whole, kind, before] = match ?? [];
  if (whole === undefined || kind === undefined || before === undefined) return null;
  const isEscaped = whole.slice(0, whole.length - before.length).includes('\\"') || before.includes('\\"');
  const quote = isEscaped ? '\\"' : '"';
  const parts = before.split(quote);
  const rest = text.slice(offset);
  const after = /^[^\]\n]*/.exec(rest)?.[0] ?? '';
  const slot = parts.length % 2 === 0 ? entrySlot(offset, parts.at(-1) ?? '', after, quote) : freeSlot(offset, before);
  if (slot === null) return null;
  const closing = rest.indexOf(']');
  const following = slot.quotes === 'none' ? rest : rest.slice(slot.end - offset + quote.length);
  const later = closing === -1 ? '' : following.slice(0, Math.max(0, following.indexOf(']')));
  const entries = [
    ...tagEntries(parts.length % 2 === 0 ? parts.slice(0, -1).join(quote) : before),
    ...tagEntries(later),
  ];
  return { kind: 'tag-list', list: tagListKind(kind), slot, quote, entries };
}

function entrySlot(offset: number, typed: string, after: string, quote: string): Slot | null {
  if (typed.includes('\n')) return null;
  const end = after.indexOf(quote);
  const isClosed = end !== -1 && !after.slice(0, end).includes(',');
  const word = /^[^\s,"\\\]]*/.exec(after)?.[0] ?? '';
  return {
    start: offset - typed.length,
    end: offset + (isClosed ? end : word.length),
    quotes: isClosed ? 'both' : 'open',
  };
}

/** Between entries: after the bracket or a comma. */
function freeSlot(offset: number, before: string): Slot | null {
  const written = before.trimEnd();
  return written === '' || written.endsWith(',') ? { start: offset, end: offset, quotes: 'none' } : null;
}
