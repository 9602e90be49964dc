import type {
  CodeAction,
  CodeActionParams,
  CompletionItem,
  CompletionParams,
  Connection,
  Hover,
  Position,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { quickFixes } from '../service/codeActions.ts';
import { complete } from '../service/completion/complete.ts';
import { fixAll } from '../service/fixAll.ts';
import { hover } from '../service/hover/hover.ts';
import type { ClientAbilities } from './capabilities.ts';
import { FIX_ALL } from './capabilities.ts';
import { fixKind, toCodeAction } from './convert.ts';
import { toCompletionItem } from './convertCompletion.ts';
import { guarded } from './guard.ts';
import type { Session } from './session.ts';

/** Answers the requests about one document. Each is guarded: a failure is an empty answer and a line in the log. */
export function listenForFeatures(connection: Connection, session: Session, abilities: () => ClientAbilities): void {
  const log = (message: string) => connection.console.error(message);
  connection.onCompletion(
    guarded<[CompletionParams], CompletionItem[]>(
      log,
      'textDocument/completion',
      [],
      ({ textDocument, position, context }) => {
        const opened = session.openedAt(textDocument.uri);
        if (opened === null) return [];
        const { document, module, uri } = opened;
        if (context?.triggerCharacter === ' ' && !awaitsValue(document, position)) return [];
        const { offersArguments } = session;
        const offset = document.offsetAt(position);
        const items = complete({ module, uri, offset, offersArguments });
        return items.map((item) => toCompletionItem(item, document, abilities().takesSnippets));
      },
    ),
  );
  connection.onHover(
    guarded<[TextDocumentPositionParams], Hover | null>(
      log,
      'textDocument/hover',
      null,
      ({ textDocument, position }) => {
        const opened = session.openedAt(textDocument.uri);
        if (opened === null) return null;
        const { document, module, uri } = opened;
        const found = hover({ module, uri, offset: document.offsetAt(position) });
        if (found === null) return null;
        const range = { start: document.positionAt(found.start), end: document.positionAt(found.end) };
        return { contents: { kind: 'markdown', value: found.markdown }, range };
      },
    ),
  );
  connection.onCodeAction(
    guarded<[CodeActionParams], CodeAction[]>(log, 'textDocument/codeAction', [], (parameters) =>
      codeActions(session, parameters),
    ),
  );
}

/** True after `=`, `:`, `[` and `,`: a space elsewhere is indentation or the end of a word. */
function awaitsValue(document: TextDocument, position: Position): boolean {
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position }).trimEnd();
  return ['=', ':', '[', ','].includes(before.slice(-1));
}

function codeActions(session: Session, { textDocument, range, context }: CodeActionParams): CodeAction[] {
  const opened = session.openedSourcesAt(textDocument.uri);
  if (opened === null) return [];
  const { document, sources, uri } = opened;
  const asks = (kind: string) =>
    context.only === undefined || context.only.some((only) => only === '' || `${kind}.`.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  for (const fix of quickFixes(session.context, session.problemSettings, uri, offsets)) {
    if (asks(fixKind(fix))) actions.push(toCodeAction(fix, session.toDiagnostic(fix.problem, sources), session));
  }
  if (context.only !== undefined && asks(FIX_ALL)) {
    const action = fixAllAction(document, fixAll(session.workspace, uri, session.finder, session.problemSettings));
    if (action !== null) actions.push(action);
  }
  return actions;
}

/** One replacement from the first to the last character that differ. */
function fixAllAction(document: TextDocument, fixed: string): CodeAction | null {
  const text = document.getText();
  if (fixed === text) return null;
  let start = 0;
  while (text[start] === fixed[start]) start += 1;
  let end = text.length;
  let fixedEnd = fixed.length;
  while (end > start && fixedEnd > start && text[end - 1] === fixed[fixedEnd - 1]) {
    end -= 1;
    fixedEnd -= 1;
  }
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  const edit = { changes: { [document.uri]: [{ range, newText: fixed.slice(start, fixedEnd) }] } };
  return { title: 'Fix all problems of lifecycle policies and repositories', kind: FIX_ALL, edit };
}
