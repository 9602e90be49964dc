import type {
  CancellationToken,
  Connection,
  DocumentLink,
  DocumentLinkParams,
  DocumentSymbol,
  DocumentSymbolParams,
  FoldingRangeParams,
  FoldingRange as LspFoldingRange,
  Range as LspRange,
  SelectionRange as LspSelectionRange,
  SelectionRangeParams,
  SymbolInformation,
  WorkspaceSymbolParams,
} from 'vscode-languageserver';
import { FoldingRangeKind, SelectionRange, SymbolKind } from 'vscode-languageserver';
import type { Workspace } from '../../module/workspace.ts';
import type { FoldingRange } from '../../service/structure/folding.ts';
import { foldingRanges } from '../../service/structure/folding.ts';
import type { Link } from '../../service/structure/links.ts';
import { linksOf } from '../../service/structure/links.ts';
import { selectionRanges } from '../../service/structure/selection.ts';
import type { ShapedText } from '../../service/structure/shapedText.ts';
import { shapedTextAt } from '../../service/structure/shapedText.ts';
import type { DeclaredSymbol } from '../../service/structure/symbols.ts';
import type { Range } from '../../syntax/tree/tree.ts';
import type { ClientAbilities } from '../capabilities.ts';
import { guarded } from '../guard.ts';
import type { OpenedDocument, Session } from '../session.ts';

const SYMBOL_KINDS: Readonly<Record<DeclaredSymbol['kind'], SymbolKind>> = {
  resource: SymbolKind.Class,
  data: SymbolKind.Interface,
  variable: SymbolKind.Variable,
  local: SymbolKind.Constant,
  output: SymbolKind.Property,
  module: SymbolKind.Module,
  other: SymbolKind.Namespace,
  rule: SymbolKind.Event,
};

/**
 * Answers the requests about a document's structure: symbols, links, folding and selection ranges. `isInside` returns
 * whether a file is in an open folder.
 */
export function listenForStructure(
  connection: Connection,
  session: Session,
  abilities: () => ClientAbilities,
  isInside: (uri: string) => boolean,
): void {
  const log = (message: string) => connection.console.error(message);
  listenForSymbols(connection, session, abilities, log);
  connection.onDocumentLinks(
    guarded<[DocumentLinkParams], DocumentLink[]>(log, 'textDocument/documentLink', [], ({ textDocument }) => {
      const opened = session.openedAt(textDocument.uri);
      if (opened === null) return [];
      return linksOf(opened.module, opened.uri, (uri) => mayLeadTo(session.workspace, uri, isInside))
        .filter(({ leads }) => isShown(leads, session))
        .map(({ leads, uri, ...range }) => ({
          range: toRange(opened, range),
          target: leads === 'file' ? session.uris.spelling(uri) : uri,
        }));
    }),
  );
  connection.onFoldingRanges(
    guarded<[FoldingRangeParams], LspFoldingRange[]>(log, 'textDocument/foldingRange', [], ({ textDocument }) => {
      const opened = session.openedAt(textDocument.uri);
      if (opened === null) return [];
      const text = shapedTextAt(session.workspace, opened.module, opened.uri);
      return text === null ? [] : foldingRanges(text).flatMap((range) => toFoldingRange(opened, range));
    }),
  );
  connection.onSelectionRanges(
    guarded<[SelectionRangeParams], LspSelectionRange[]>(log, 'textDocument/selectionRange', [], (parameters) => {
      const opened = session.openedAt(parameters.textDocument.uri);
      const text = opened && shapedTextAt(session.workspace, opened.module, opened.uri);
      if (opened === null || text === null) return [];
      return parameters.positions.map((position) => selectionAt(opened, text, position));
    }),
  );
}

function listenForSymbols(
  connection: Connection,
  session: Session,
  abilities: () => ClientAbilities,
  log: (message: string) => void,
): void {
  connection.onDocumentSymbol(
    guarded<[DocumentSymbolParams, CancellationToken], DocumentSymbol[] | SymbolInformation[]>(
      log,
      'textDocument/documentSymbol',
      [],
      async ({ textDocument }, token) => {
        await session.prepareSymbols(session.uris.note(textDocument.uri), token);
        const opened = session.openedAt(textDocument.uri);
        if (opened === null) return [];
        const symbols = symbolsOf(session, opened);
        if (abilities().nestsSymbols) return symbols.map((symbol) => toDocumentSymbol(opened, symbol));
        return symbols.flatMap((symbol) => flattened(opened, symbol, ''));
      },
    ),
  );
  connection.onWorkspaceSymbol(
    guarded<[WorkspaceSymbolParams, CancellationToken], SymbolInformation[]>(
      log,
      'workspace/symbol',
      [],
      async ({ query }, token) => {
        if (!session.leadsToNames) return [];
        await session.prepareSymbols(null, token);
        return session.symbols.matching(query).flatMap(({ uri, name, kind, selection, container }) => {
          const range = session.positions.range(uri, selection);
          if (range === null) return [];
          const location = { uri: session.uris.spelling(uri), range };
          return [{ name, kind: SYMBOL_KINDS[kind], location, containerName: container }];
        });
      },
    ),
  );
}

/** A companion handles names in a module's file; none knows policies in separate files. */
function symbolsOf({ workspace, symbols, leadsToNames }: Session, { module, uri }: OpenedDocument) {
  const file = workspace.documentAt(uri);
  switch (file?.kind) {
    case 'module':
      return leadsToNames ? symbols.ofFile(module, uri) : [];
    case 'policy':
      return symbols.ofPolicy(file.file);
    case 'settings':
    case undefined:
      return [];
  }
}

/**
 * A companion links pages itself, and the hover of a type has a link to its page, so that its link is only shown on
 * request.
 */
function isShown(leads: Link['leads'], { leadsToNames, linksTypes }: Session): boolean {
  return leads === 'file' || (leadsToNames && (leads === 'page' || linksTypes));
}

/** True unless the file is known to be missing or is outside the client's folders. */
function mayLeadTo(workspace: Workspace, uri: string, isInside: (uri: string) => boolean): boolean {
  return workspace.documentAt(uri)?.kind === 'policy' || (isInside(uri) && !workspace.hasAskedFor(uri));
}

function toRange({ document }: OpenedDocument, { start, end }: Range): LspRange {
  return { start: document.positionAt(start), end: document.positionAt(end) };
}

function toDocumentSymbol(opened: OpenedDocument, symbol: DeclaredSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    kind: SYMBOL_KINDS[symbol.kind],
    range: toRange(opened, symbol.range),
    selectionRange: toRange(opened, symbol.selection),
    children: symbol.children.map((child) => toDocumentSymbol(opened, child)),
  };
}

function flattened(opened: OpenedDocument, symbol: DeclaredSymbol, containerName: string): SymbolInformation[] {
  const location = { uri: opened.document.uri, range: toRange(opened, symbol.range) };
  return [
    { name: symbol.name, kind: SYMBOL_KINDS[symbol.kind], location, containerName },
    ...symbol.children.flatMap((child) => flattened(opened, child, symbol.name)),
  ];
}

/** A line that begins with a closing mark stays visible. */
function toFoldingRange(
  { document }: OpenedDocument,
  { start, end, kind, hasCloser }: FoldingRange,
): LspFoldingRange[] {
  const first = document.positionAt(start);
  const last = document.positionAt(end);
  const closing = document.getText({ start: { line: last.line, character: 0 }, end: last });
  const hidesLast = hasCloser ? !/^\s*\S+$/.test(closing) : last.character > 0;
  const endLine = hidesLast ? last.line : last.line - 1;
  if (endLine <= first.line) return [];
  return [{ startLine: first.line, endLine, ...FOLDING_KINDS[kind] }];
}

const FOLDING_KINDS: Readonly<Record<FoldingRange['kind'], Pick<LspFoldingRange, 'kind'>>> = {
  code: {},
  comment: { kind: FoldingRangeKind.Comment },
  region: { kind: FoldingRangeKind.Region },
};

function selectionAt(opened: OpenedDocument, text: ShapedText, position: LspRange['start']): LspSelectionRange {
  const ranges = selectionRanges(text, opened.document.offsetAt(position));
  let selection = SelectionRange.create({ start: position, end: position });
  let outer: LspSelectionRange | undefined;
  for (const range of ranges) {
    selection = SelectionRange.create(toRange(opened, range), outer);
    outer = selection;
  }
  return selection;
}
