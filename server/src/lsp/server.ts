import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FileAccess } from '../files/access.ts';
import { readAbilities, serverCapabilities } from './capabilities.ts';
import { listenForFeatures } from './features.ts';
import { describeFailure } from './guard.ts';
import { PullDiagnostics } from './pullDiagnostics.ts';
import { PushDiagnostics } from './pushDiagnostics.ts';
import { Session } from './session.ts';
import { readSettings, readStartOptions } from './settings.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

/** What a door gives its server. */
export interface ServerSurroundings {
  readonly files: FileAccess;
  /** The address of the rules' pages, ending in a slash. */
  readonly pages: string;
  readonly version: string;
}

/** Serves one client until it leaves. Knows neither Node nor a browser: both doors start it. */
export function startServer(connection: Connection, surroundings: ServerSurroundings): void {
  const documents = new TextDocuments(TextDocument);
  const openDocument = (uri: string) => documents.get(uri);
  const log = (message: string) => connection.console.error(message);
  const session = new Session(log, openDocument, surroundings.pages);
  const files = new WorkspaceFiles(session.workspace, surroundings.files);
  const pull = new PullDiagnostics(session, openDocument);
  const push = new PushDiagnostics(session, connection);
  let abilities = readAbilities({});
  let folders: string[] = [];

  /** `alsoElsewhere`: open documents may have got other problems without having been edited. */
  const changed = (alsoElsewhere: boolean) => {
    if (!abilities.pullsDiagnostics) push.changed();
    pull.changed();
    if (alsoElsewhere && abilities.refreshesDiagnostics) connection.languages.diagnostics.refresh();
  };
  const attempt = (name: string, work: () => Promise<void>) => {
    work().catch((error: unknown) => log(`${name} failed: ${describeFailure(error)}`));
  };
  const loadSettings = async () => {
    const section: unknown = abilities.hasConfiguration
      ? await connection.workspace.getConfiguration('terraform-ecr')
      : {};
    session.configure(session.startOptions, readSettings(section));
    changed(true);
  };

  connection.onInitialize((parameters: InitializeParams): InitializeResult => {
    abilities = readAbilities(parameters.capabilities);
    session.configure(readStartOptions(parameters.initializationOptions), readSettings({}));
    folders = foldersOf(parameters);
    return {
      capabilities: serverCapabilities(abilities),
      serverInfo: { name: 'terraform-ecr', version: surroundings.version },
    };
  });
  connection.onInitialized(() => {
    attempt('Registration', async () => {
      if (abilities.registersFileWatchers) {
        const watchers = [{ globPattern: '**/*.{tf,tofu}' }];
        await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      }
      if (abilities.hasConfiguration)
        await connection.client.register(DidChangeConfigurationNotification.type, { section: 'terraform-ecr' });
    });
    if (abilities.hasWorkspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const { uri } of removed) files.removeFolder(uri);
        attempt('Reading folders', async () => {
          for (const { uri } of added) await files.addFolder(uri);
          changed(true);
        });
      });
    }
    attempt('Start', async () => {
      await loadSettings();
      for (const folder of folders) await files.addFolder(folder);
      changed(true);
    });
  });
  connection.onDidChangeConfiguration(() => attempt('Reading settings', loadSettings));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    attempt('Reading changed files', async () => {
      for (const { uri } of changes) await files.refresh(uri);
      changed(true);
    });
  });

  documents.onDidChangeContent(({ document }) => {
    session.workspace.openDocument(document.uri, document.getText());
    changed(false);
  });
  documents.onDidClose(({ document }) => {
    session.workspace.closeDocument(document.uri);
    changed(true);
  });
  listenForFeatures(connection, session, openDocument, () => abilities);
  pull.listen(connection);
  documents.listen(connection);
  connection.listen();
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  return rootUri ? [rootUri] : [];
}
