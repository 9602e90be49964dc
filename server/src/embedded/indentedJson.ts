import { format } from 'jsonc-parser';

/** JSON as people read it, indented by two spaces; the text may have errors. */
export function indentedJson(text: string): string {
  const parts: string[] = [];
  let offset = 0;
  // The edits are in order and never overlap, so that one pass writes them all.
  for (const edit of format(text, undefined, { insertSpaces: true, tabSize: 2 })) {
    parts.push(text.slice(offset, edit.offset), edit.content);
    offset = edit.offset + edit.length;
  }
  return parts.join('') + text.slice(offset);
}
