import type { CancellationToken, Connection, InlayHintParams, InlayHint as LspInlayHint } from 'vscode-languageserver';
import { guarded } from '../guard.ts';
import type { Session } from '../session.ts';

/** Answers the requests for inlay hints in a part of a document. */
export function listenForHints(connection: Connection, session: Session): void {
  const log = (message: string) => connection.console.error(message);
  connection.languages.inlayHint.on(
    guarded<[InlayHintParams, CancellationToken], LspInlayHint[]>(
      log,
      'textDocument/inlayHint',
      [],
      async ({ textDocument, range }, token) => {
        if (session.shownHints.size > 0) await session.prepareHints(session.uris.note(textDocument.uri), token);
        const opened = session.openedSourcesAt(textDocument.uri);
        if (opened === null) return [];
        const { document, uri } = opened;
        const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
        return session.hints.within(uri, offsets, session.shownHints).map(({ offset, label, tooltip }) => ({
          position: document.positionAt(offset),
          label,
          paddingLeft: true,
          ...(tooltip === '' ? {} : { tooltip: { kind: 'markdown', value: tooltip } }),
        }));
      },
    ),
  );
}
