import { hover } from '../../../../server/src/service/hover/hover.ts';
import { openAtCursor } from '../completion/cursor.ts';

/** The text that the hover at `$0` underlines, and its contents; null without a hover. */
export function hoverAt(
  marked: string,
  others: Readonly<Record<string, string>> = {},
): { word: string; markdown: string } | null {
  const { module, uri, text, offset } = openAtCursor(marked, others);
  const found = hover({ module, uri, offset });
  return found === null ? null : { word: text.slice(found.start, found.end), markdown: found.markdown };
}
