import type {
  CancellationToken,
  CodeLensParams,
  Command,
  Connection,
  CodeLens as LspCodeLens,
} from 'vscode-languageserver';
import type { Steps } from '../../module/tracking/steps.ts';
import { CLIENT_COMMANDS } from '../../protocol/commandNames.ts';
import type { CodeLens } from '../../service/lenses/codeLens.ts';
import { stepsToCodeLenses } from '../../service/lenses/codeLenses.ts';
import type { Readings } from '../foldersBeingRead.ts';
import { guarded } from '../guard.ts';
import type { OpenedDocument, Session } from '../session.ts';

/**
 * Answers requests for code lenses, once the files next to the document are read. Only clients that provide the lenses'
 * commands get lenses.
 */
export function listenForLenses(connection: Connection, session: Session, readings: Readings): void {
  const log = (message: string) => connection.console.error(message);
  connection.onCodeLens(
    guarded<[CodeLensParams, CancellationToken], LspCodeLens[]>(
      log,
      'textDocument/codeLens',
      [],
      async (asked, token) => {
        const { textDocument } = asked;
        if (!session.showsCodeLenses) return [];
        const noted = session.uris.note(textDocument.uri);
        await readings.whenRead(noted);
        await session.prepare(noted, token);
        return session.found(() => lensesOf(session, textDocument.uri), token);
      },
    ),
  );
}

/** The lenses of an open document, in steps. */
function* lensesOf(session: Session, clientUri: string): Steps<LspCodeLens[]> {
  const opened = session.openedAt(clientUri);
  if (opened === null) return [];
  const { module, uri, document } = opened;
  const problems = session.context.problemsOf(uri, session.problemSettings);
  const lineOf = (file: string, offset: number) => {
    const range = session.positions.range(file, { start: offset, end: offset });
    return range && range.start.line + 1;
  };
  const lenses = yield* stepsToCodeLenses(module, uri, problems, lineOf, session.policySize);
  return lenses.flatMap((lens) => {
    const start = document.positionAt(lens.offset);
    const command = commandOf(lens, opened, session);
    return command === null ? [] : [{ range: { start, end: start }, command }];
  });
}

function commandOf({ offset, title, leads }: CodeLens, { document }: OpenedDocument, session: Session): Command | null {
  const position = document.positionAt(offset);
  switch (leads.kind) {
    case 'simulation':
      return { title, command: CLIENT_COMMANDS.simulate, arguments: [document.uri, position] };
    case 'explanation':
      return { title, command: CLIENT_COMMANDS.explain, arguments: [document.uri, position] };
    case 'new-policy':
      return { title, command: CLIENT_COMMANDS.addLifecyclePolicy, arguments: [document.uri, position] };
    case 'place': {
      const location = session.locationOf(leads.place);
      return location && { title, command: CLIENT_COMMANDS.showPlace, arguments: [location.uri, location.range.start] };
    }
  }
}
