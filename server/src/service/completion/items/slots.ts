import type { Point, Slot } from '../../cursor/point.ts';
import type { Insertion } from './completionItem.ts';
import type { Snippet } from './snippet.ts';
import { render } from './snippet.ts';

/** Writes `parts`, which bring their own quotes, in place of a slot whose quotes are unwanted or missing. */
export function insertAt(point: Point, slot: Slot, parts: Snippet, quote = '"'): Insertion {
  const { text, isSnippet } = render(parts, quote);
  return { start: point.base + slot.start, end: point.base + slot.end, text: laidOut(point, slot, text), isSnippet };
}

/** Writes a text with tab stops in place of a slot. */
export function insertBody(point: Point, slot: Slot, body: string): Insertion {
  return {
    start: point.base + slot.start,
    end: point.base + slot.end,
    text: laidOut(point, slot, body),
    isSnippet: true,
  };
}

function laidOut({ text }: Point, slot: Slot, written: string): string {
  return isInTabs(text, slot.start) ? written.replaceAll(/(?<=\n *) {2}/g, '\t') : written;
}

/** True when the line of an offset is indented with tabs. */
function isInTabs(text: string, offset: number): boolean {
  return text.charAt(text.lastIndexOf('\n', offset - 1) + 1) === '\t';
}

/** Writes a word with the quotes that are missing around it. */
export function insertQuoted(point: Point, slot: Slot, word: string, after: string, quote = '"'): Insertion {
  const open = slot.quotes === 'none' ? '"' : '';
  const close = slot.quotes === 'both' ? '' : '"';
  const tail = slot.quotes === 'both' ? '' : after;
  return insertAt(point, slot, [`${open}${word}${close}${tail}`], quote);
}
