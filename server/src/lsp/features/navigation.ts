import type {
  Connection,
  DefinitionParams,
  DocumentHighlight,
  DocumentHighlightParams,
  Location,
  LocationLink,
  Range as LspRange,
  PrepareRenameParams,
  ReferenceParams,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { DocumentHighlightKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Definition } from '../../service/navigation/definition.ts';
import { definitionsAt } from '../../service/navigation/definition.ts';
import { highlightsAt, referencesAt } from '../../service/navigation/findReferences.ts';
import { renamableAt, rename } from '../../service/navigation/rename.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { toWorkspaceEdit } from '../convert/convert.ts';
import { guarded } from '../guard.ts';
import type { OpenedDocument, Session } from '../session.ts';

/** Answers requests that find a name's other places and rename it there. */
export function listenForNavigation(connection: Connection, session: Session, abilities: () => ClientAbilities): void {
  const log = (message: string) => connection.console.error(message);
  connection.onDefinition(
    guarded<[DefinitionParams], LocationLink[] | Location[]>(log, 'textDocument/definition', [], (parameters) => {
      const at = session.leadsToNames ? cursorOf(session, parameters) : null;
      const found = at === null ? [] : definitionsAt(at.module, at.uri, at.offset);
      const links = found.flatMap((definition) => toLink(session, at?.uri ?? '', definition) ?? []);
      if (abilities().linksDefinitions) return links;
      return links.map(({ targetUri: uri, targetSelectionRange: range }) => ({ uri, range }));
    }),
  );
  connection.onReferences(
    guarded<[ReferenceParams], Location[] | null>(log, 'textDocument/references', null, (parameters) => {
      const at = session.leadsToNames ? cursorOf(session, parameters) : null;
      const found = at === null ? null : referencesAt(session.workspace, at.uri, at.offset);
      const { includeDeclaration } = parameters.context;
      return (found ?? [])
        .filter(({ role }) => includeDeclaration || role !== 'declaration')
        .flatMap(({ uri, start, end }) => locationOf(session, uri, { start, end }) ?? []);
    }),
  );
  connection.onDocumentHighlight(
    guarded<[DocumentHighlightParams], DocumentHighlight[] | null>(
      log,
      'textDocument/documentHighlight',
      null,
      (parameters) => {
        const at = cursorOf(session, parameters);
        if (at === null) return null;
        const found = highlightsAt(at.module, at.uri, at.offset);
        return (found ?? []).map(({ start, end, role }) => ({
          range: { start: at.document.positionAt(start), end: at.document.positionAt(end) },
          kind: role === 'reference' ? DocumentHighlightKind.Read : DocumentHighlightKind.Write,
        }));
      },
    ),
  );
  listenForRename(connection, session, log);
}

function listenForRename(connection: Connection, session: Session, log: (message: string) => void): void {
  connection.onPrepareRename(
    guarded<[PrepareRenameParams], LspRange | ResponseError | null>(
      log,
      'textDocument/prepareRename',
      null,
      (parameters) => {
        const at = cursorOf(session, parameters);
        const found = at === null ? null : renamableAt(at.module, at.uri, at.offset);
        if (at === null || found === null) return null;
        if (found.kind === 'refusal') return new ResponseError(LSPErrorCodes.RequestFailed, found.reason);
        return { start: at.document.positionAt(found.range.start), end: at.document.positionAt(found.range.end) };
      },
    ),
  );
  connection.onRenameRequest(
    guarded<[RenameParams], WorkspaceEdit | ResponseError | null>(log, 'textDocument/rename', null, (parameters) => {
      const at = cursorOf(session, parameters);
      if (at === null) return null;
      const renaming = rename(session.workspace, at.uri, at.offset, parameters.newName);
      if (renaming.kind === 'refusal') return new ResponseError(LSPErrorCodes.RequestFailed, renaming.reason);
      return toWorkspaceEdit(renaming.edits, session);
    }),
  );
}

function cursorOf(
  session: Session,
  { textDocument, position }: TextDocumentPositionParams,
): (OpenedDocument & { readonly offset: number }) | null {
  const opened = session.openedAt(textDocument.uri);
  return opened && { ...opened, offset: opened.document.offsetAt(position) };
}

function toLink(session: Session, originUri: string, definition: Definition): LocationLink | null {
  const { uri, origin, target, name } = definition;
  const originSelectionRange = session.positions.range(originUri, origin);
  const targetRange = session.positions.range(uri, target);
  const targetSelectionRange = session.positions.range(uri, name);
  if (originSelectionRange === null || targetRange === null || targetSelectionRange === null) return null;
  return { originSelectionRange, targetUri: session.uris.spelling(uri), targetRange, targetSelectionRange };
}

function locationOf(session: Session, uri: string, offsets: Range): Location | null {
  const range = session.positions.range(uri, offsets);
  return range && { uri: session.uris.spelling(uri), range };
}
