import type {
  ClientCapabilities,
  CodeActionClientCapabilities,
  MarkupKind,
  ServerCapabilities,
} from 'vscode-languageserver';
import {
  CodeActionKind,
  FileOperationPatternKind,
  ResourceOperationKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { COMMAND_NAMES, SERVER_COMMANDS } from '../protocol/commandNames.ts';
import { preferredFormat } from './convert/markup.ts';

/** The kind of the code action that applies every fix of kind `one`. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.terraform-ecr`;

/** The kinds of code actions that rewrite code without fixing a problem. */
const REFACTORING_KINDS = [
  CodeActionKind.RefactorRewrite,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorInline,
] as const;

/** The client capabilities that the server's behavior depends on. */
export interface ClientAbilities {
  readonly pullsDiagnostics: boolean;
  /** Whether it accepts a document version with diagnostics. */
  readonly versionsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesHints: boolean;
  readonly refreshesLenses: boolean;
  readonly hasConfiguration: boolean;
  readonly registersFileWatchers: boolean;
  readonly tellsOfFileOperations: boolean;
  readonly registersTextSync: boolean;
  readonly takesSnippets: boolean;
  readonly takesCommitCharacters: boolean;
  /** How it shows the documentation of an item, and hovers. */
  readonly documentationFormat: MarkupKind;
  readonly hoverFormat: MarkupKind;
  /** True when the documentation of an item may be sent later. */
  readonly resolvesDocumentation: boolean;
  readonly hasWorkspaceFolders: boolean;
  /** Whether it accepts code actions that are more than commands. */
  readonly takesActionLiterals: boolean;
  /** Whether the server may send it an edit. */
  readonly appliesEdits: boolean;
  /** Whether it requests the edit of a code action once that is chosen. */
  readonly resolvesActionEdits: boolean;
  readonly showsDisabledActions: boolean;
  /** Whether edits may have tab stops. */
  readonly takesSnippetEdits: boolean;
  /** Whether edits may create files. */
  readonly createsFiles: boolean;
  readonly linksDefinitions: boolean;
  readonly preparesRename: boolean;
  readonly nestsSymbols: boolean;
}

export function readAbilities({ textDocument, workspace }: ClientCapabilities): ClientAbilities {
  return {
    pullsDiagnostics: Boolean(textDocument?.diagnostic),
    versionsDiagnostics: textDocument?.publishDiagnostics?.versionSupport === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesHints: workspace?.inlayHint?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    hasConfiguration: workspace?.configuration === true,
    registersFileWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    tellsOfFileOperations: workspace?.fileOperations !== undefined,
    registersTextSync: textDocument?.synchronization?.dynamicRegistration === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    takesCommitCharacters: textDocument?.completion?.completionItem?.commitCharactersSupport === true,
    documentationFormat: preferredFormat(textDocument?.completion?.completionItem?.documentationFormat),
    hoverFormat: preferredFormat(textDocument?.hover?.contentFormat),
    resolvesDocumentation:
      textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true,
    hasWorkspaceFolders: workspace?.workspaceFolders === true,
    ...readActionAbilities(textDocument?.codeAction),
    appliesEdits: workspace?.applyEdit === true,
    takesSnippetEdits:
      workspace?.workspaceEdit?.documentChanges === true && workspace.workspaceEdit.snippetEditSupport === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    linksDefinitions: textDocument?.definition?.linkSupport === true,
    nestsSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
  };
}

function readActionAbilities(actions: CodeActionClientCapabilities | undefined) {
  const resolves = actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true;
  return {
    takesActionLiterals: Boolean(actions?.codeActionLiteralSupport),
    resolvesActionEdits: resolves,
    showsDisabledActions: actions?.disabledSupport === true,
  };
}

/** Folders of any name: a change of a folder changes the files below it, which nobody reports. */
const FOLDERS = { filters: [{ pattern: { glob: '**', matches: FileOperationPatternKind.folder } }] };

/** Files created or moved inside the editor are reported as well, for clients that watch none. */
const FILES = { filters: [...FOLDERS.filters, { pattern: { glob: '**/*.{tf,tofu,json,tfvars,tftpl,tpl,tmpl}' } }] };

const FILE_OPERATIONS = { didCreate: FILES, didRename: FILES, didDelete: FILES };

/** The server's capabilities for a client. Diagnostics are either pulled or pushed, never both. */
export function serverCapabilities(abilities: ClientAbilities): ServerCapabilities {
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    completionProvider: { triggerCharacters: ['"', '=', '.', ' '], resolveProvider: abilities.resolvesDocumentation },
    signatureHelpProvider: { triggerCharacters: ['(', ','], retriggerCharacters: [')'] },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    codeLensProvider: {},
    inlayHintProvider: true,
    executeCommandProvider: {
      commands: [...COMMAND_NAMES, ...(abilities.takesActionLiterals ? [] : [SERVER_COMMANDS.apply])],
    },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL, ...REFACTORING_KINDS],
      resolveProvider: abilities.resolvesActionEdits,
    },
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      ...(abilities.tellsOfFileOperations ? { fileOperations: FILE_OPERATIONS } : {}),
    },
    ...(abilities.pullsDiagnostics
      ? {
          diagnosticProvider: {
            identifier: 'terraform-ecr',
            interFileDependencies: true,
            workspaceDiagnostics: true,
          },
        }
      : {}),
  };
}
