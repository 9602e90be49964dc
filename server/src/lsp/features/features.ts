import type {
  CompletionItem,
  CompletionList,
  CompletionParams,
  Connection,
  Hover,
  Position,
  TextDocumentPositionParams,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../service/completion/complete.ts';
import { hover } from '../../service/hover/hover.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { toCompletionItem } from '../convert/convertCompletion.ts';
import { markupOf } from '../convert/markup.ts';
import { guarded } from '../guard.ts';
import type { Session } from '../session.ts';
import { Documentation } from './resolveDocumentation.ts';
import { listenForSignatures } from './signatures.ts';

/** Answers the requests about one document. Each is guarded: a failure gives an empty answer and a line in the log. */
export function listenForFeatures(connection: Connection, session: Session, abilities: () => ClientAbilities): void {
  const log = (message: string) => connection.console.error(message);
  const documentation = new Documentation();
  listenForSignatures(connection, session, abilities);
  connection.onCompletionResolve((item) => documentation.resolve(item, abilities().documentationFormat));
  connection.onCompletion(
    guarded<[CompletionParams], CompletionItem[] | CompletionList>(
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
        const isUnasked = [' ', '='].includes(context?.triggerCharacter ?? '');
        const told = () =>
          session.context.problemsOf(uri, session.problemSettings).map(({ problem }) => problem.ruleId);
        const items = session.timings.of('completion', () =>
          complete({ module, uri, offset, offersArguments, isUnasked, told }),
        );
        const list = abilities().resolvesDocumentation ? documentation.keep(items) : null;
        const sent = items.map((item, index) =>
          toCompletionItem(item, document, abilities(), list === null ? null : { list, index }),
        );
        return items.some(({ isNarrowed }) => isNarrowed) ? { isIncomplete: true, items: sent } : sent;
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
        const found = session.timings.of('hover', () => hover({ module, uri, offset: document.offsetAt(position) }));
        if (found === null) return null;
        const range = { start: document.positionAt(found.start), end: document.positionAt(found.end) };
        return { contents: markupOf(found.markdown, abilities().hoverFormat), range };
      },
    ),
  );
}

/** True after `=`, `:`, `[` and `,`: a space elsewhere is indentation or the end of a word. */
function awaitsValue(document: TextDocument, position: Position): boolean {
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position }).trimEnd();
  return ['=', ':', '[', ','].includes(before.slice(-1));
}
