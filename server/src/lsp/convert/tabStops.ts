import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientAbilities } from '../capabilities.ts';

/** The numbers that one who adds a policy decides on. */
const DECIDED = /(countNumber"?\s*[=:]\s*)(\d+)/g;

/**
 * An edit whose numbers of days and images in one file are tab stops, for clients that take them; the same edit for
 * others, and where nothing is to be decided.
 */
export function withTabStops(
  edit: WorkspaceEdit,
  clientUri: string,
  { takesSnippetEdits }: Pick<ClientAbilities, 'takesSnippetEdits'>,
): WorkspaceEdit {
  const changes = Object.entries(edit.changes ?? {});
  if (!takesSnippetEdits || !changes.some(([uri]) => uri === clientUri)) return edit;
  let stop = 0;
  const marked = ({ range, newText }: TextEdit): TextEdit | SnippetTextEdit => {
    const before = stop;
    const value = newText.replace(/[\\$}]/g, '\\$&').replace(DECIDED, (_, key: string, number: string) => {
      stop += 1;
      return `${key}\${${stop}:${number}}`;
    });
    return stop === before ? { range, newText } : { range, snippet: { kind: 'snippet', value } };
  };
  const documentChanges = changes.map(([uri, edits]) => ({
    textDocument: { uri, version: null },
    edits: uri === clientUri ? edits.map(marked) : edits,
  }));
  return stop === 0 ? edit : { documentChanges };
}
