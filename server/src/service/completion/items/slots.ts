import type { Point, Slot } from '../../cursor/point.ts';
import type { Insertion } from './completionItem.ts';
import type { Snippet } from './snippet.ts';
import { render } from './snippet.ts';

/** Writes `parts`, which bring their own quotes, in place of a slot whose quotes are not wanted or not there. */
export function insertAt(point: Point, slot: Slot, parts: Snippet, quote = '"'): Insertion {
  const { text, isSnippet } = render(parts, quote);
  const indented = isInTabs(point.text, slot.start) ? text.replaceAll(/(?<=\n *) {2}/g, '\t') : text;
  return { start: point.base + slot.start, end: point.base + slot.end, text: indented, isSnippet };
}

/** True when the line of an offset is indented with tabs. */
function isInTabs(text: string, offset: number): boolean {
  return text.charAt(text.lastIndexOf('\n', offset - 1) + 1) === '\t';
}

/** Writes a word with the quotes that are still missing around it. */
export function insertQuoted(point: Point, slot: Slot, word: string, after: string, quote = '"'): Insertion {
  const open = slot.quotes === 'none' ? '"' : '';
  const close = slot.quotes === 'both' ? '' : '"';
  const tail = slot.quotes === 'both' ? '' : after;
  return insertAt(point, slot, [`${open}${word}${close}${tail}`], quote);
}
