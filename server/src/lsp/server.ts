import type { Connection, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  TextDocuments,
  WatchKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LOCK_FILE_NAME } from '../facts/provider/awsProvider.ts';
import type { FileAccess } from '../files/access.ts';
import type { Ask } from '../files/clientFiles.ts';
import { clientFiles } from '../files/clientFiles.ts';
import { reachFiles } from '../files/reachFiles.ts';
import { IGNORE_FILE_NAME } from '../files/walk.ts';
import { INSTALLED_LIST } from '../module/calls/installedModules.ts';
import { uriOfPath } from '../module/sources/uri.ts';
import { askedSections, askSettings } from './askSettings.ts';
import { readAbilities } from './capabilities.ts';
import { ClientRefresher } from './clientRefresher.ts';
import { PolicyFiles } from './diagnostics/policyFiles.ts';
import { PullDiagnostics } from './diagnostics/pullDiagnostics.ts';
import { PushDiagnostics } from './diagnostics/pushDiagnostics.ts';
import { listenForCodeActions } from './features/codeActions.ts';
import { listenForLenses } from './features/codeLenses.ts';
import { listenForCommands } from './features/commands.ts';
import { listenForFeatures } from './features/features.ts';
import { listenForHints } from './features/hints.ts';
import { listenForNavigation } from './features/navigation.ts';
import { listenForStructure } from './features/structure.ts';
import type { FileChange } from './fileChanges.ts';
import { changesOf, created, deleted, renamed } from './fileChanges.ts';
import { describeFailure } from './guard.ts';
import { RenamedIds, ruleIdWarnings } from './ruleIdWarnings.ts';
import { Session } from './session.ts';
import { readSettings, readStartOptions, sectionOf } from './settings.ts';
import { Urgency } from './urgency.ts';
import { WorkspaceFiles } from './workspaceFiles.ts';

/** What a door provides to its server. */
export interface ServerHost {
  /** The files of the server's own machine; null without any. */
  readonly files: FileAccess | null;
  /** The address of the rules' pages, ending in a slash, for a client that gives none. */
  readonly pages: string;
}

/**
 * Serves one client, which already has the server's capabilities, until it leaves. Knows neither Node nor a browser:
 * both doors start it.
 */
export function startServer(connection: Connection, host: ServerHost, parameters: InitializeParams): void {
  new Server(connection, host).listen(parameters);
}

class Server {
  readonly #connection: Connection;
  readonly #documents = new TextDocuments(TextDocument);
  readonly #session: Session;
  readonly #urgency = new Urgency();
  readonly #files: WorkspaceFiles;
  readonly #policyFiles: PolicyFiles;
  readonly #pull: PullDiagnostics;
  readonly #push: PushDiagnostics;
  readonly #refresher: ClientRefresher;
  #abilities = readAbilities({});
  #folders: readonly string[] = [];
  /** Settings from didChangeConfiguration, for clients without workspace/configuration. */
  readonly #renamedIds = new RenamedIds();
  #toldSettings: unknown = {};
  #toldUnread: string | null = null;

  constructor(connection: Connection, { files, pages }: ServerHost) {
    this.#connection = connection;
    this.#session = new Session(
      (message) => connection.console.error(message),
      (clientUri) => this.#documents.get(clientUri),
      pages,
    );
    const ask: Ask = async (method, parameters) => connection.sendRequest(method, parameters);
    const asksClient = () => this.#session.startOptions.readsFiles;
    this.#files = new WorkspaceFiles(
      this.#session.workspace,
      reachFiles(files, clientFiles(ask), asksClient),
      this.#urgency,
    );
    this.#session.folders = () => this.#files.roots;
    this.#policyFiles = new PolicyFiles(connection, this.#session.uris, () => this.#abilities);
    this.#pull = new PullDiagnostics(this.#session, this.#files.readings, {
      urgency: this.#urgency,
      answered: () => this.#supplySoon(),
    });
    this.#push = new PushDiagnostics(this.#session, this.#files.readings, connection, {
      urgency: this.#urgency,
      saysVersions: () => this.#abilities.versionsDiagnostics,
      answered: () => this.#supplySoon(),
    });
    this.#refresher = new ClientRefresher(connection, () => this.#abilities);
    listenForFeatures(connection, this.#session, () => this.#abilities);
    listenForNavigation(connection, this.#session, () => this.#abilities);
    listenForStructure(
      connection,
      this.#session,
      () => this.#abilities,
      (uri) => this.#files.isInside(uri),
    );
    listenForHints(connection, this.#session);
    listenForLenses(connection, this.#session, this.#files.readings);
    listenForCodeActions(connection, this.#session, () => this.#abilities);
    listenForCommands(connection, this.#session, () => this.#abilities);
    this.#pull.listen(connection);
  }

  listen(parameters: InitializeParams): void {
    const connection = this.#connection;
    this.#initialize(parameters);
    connection.onInitialized(() => this.#start());
    connection.onDidChangeConfiguration(({ settings }) => {
      this.#toldSettings = sectionOf(settings);
      this.#attempt('Reading settings', () => this.#loadSettings());
    });
    connection.onDidChangeWatchedFiles(({ changes }) => this.#follow(changesOf(changes)));
    connection.workspace.onDidCreateFiles(({ files }) => this.#follow(created(files)));
    connection.workspace.onDidDeleteFiles(({ files }) => this.#follow(deleted(files)));
    connection.workspace.onDidRenameFiles(({ files }) => this.#follow(renamed(files)));
    this.#documents.onDidOpen(({ document }) =>
      this.#attempt('Reading the files beside a text', async () => {
        const uri = this.#session.uris.note(document.uri);
        this.#session.workspace.openDocument(uri, document.getText());
        if (await this.#files.open(uri)) this.#changed('everywhere');
      }),
    );
    this.#documents.onDidChangeContent(({ document }) => {
      const { workspace, uris } = this.#session;
      const uri = uris.note(document.uri);
      workspace.openDocument(uri, document.getText());
      this.#changed(workspace.documentAt(uri)?.kind === 'settings' ? 'everywhere' : 'here');
    });
    this.#documents.onDidSave(({ document }) =>
      this.#attempt('Reading a saved file', async () => {
        await this.#files.save(this.#session.uris.note(document.uri));
        this.#changed('everywhere');
      }),
    );
    this.#documents.onDidClose(({ document }) =>
      this.#attempt('Reading a closed file', async () => {
        await this.#files.close(this.#session.uris.note(document.uri));
        this.#changed('everywhere');
      }),
    );
    this.#documents.listen(connection);
  }

  #initialize(parameters: InitializeParams): void {
    this.#abilities = readAbilities(parameters.capabilities);
    this.#toldSettings = sectionOf(parameters.initializationOptions);
    this.#session.configure(readStartOptions(parameters.initializationOptions), readSettings(this.#toldSettings));
    this.#folders = foldersOf(parameters);
  }

  #start(): void {
    this.#attempt('Registration', () => this.#register());
    if (this.#abilities.hasWorkspaceFolders) {
      this.#connection.workspace.onDidChangeWorkspaceFolders((event) => this.#changeFolders(event));
    }
    this.#attempt('Reading settings', () => this.#loadSettings());
    this.#readFolders(this.#folders);
  }

  async #register(): Promise<void> {
    const { client } = this.#connection;
    if (this.#abilities.registersFileWatchers) {
      const names = `**/{.terraform-ecr.json,${LOCK_FILE_NAME},${IGNORE_FILE_NAME}}`;
      const globs = ['**/*.{tf,tofu,tf.json,tofu.json,tfvars}', names, '**/*.{json,tftpl,tpl,tmpl}'];
      // A folder that is deleted, moved or moved in is a single event, whatever its name.
      const folders = { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete };
      const watchers = [...globs.map((globPattern) => ({ globPattern })), folders];
      await client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (this.#abilities.hasConfiguration) {
      await client.register(DidChangeConfigurationNotification.type, {
        section: askedSections(this.#session.startOptions),
      });
    }
  }

  #follow(changes: readonly FileChange[]): void {
    this.#attempt('Reading changed files', async () => {
      if (await this.#files.follow(changes)) this.#changed('everywhere');
    });
  }

  #changeFolders({ added, removed }: WorkspaceFoldersChangeEvent): void {
    this.#attempt('Leaving folders', async () => {
      for (const { uri } of removed) await this.#files.removeFolder(uri);
      if (removed.length > 0) this.#changed('everywhere');
    });
    this.#readFolders(added.map(({ uri }) => uri));
  }

  #readFolders(uris: readonly string[]): void {
    this.#attempt('Reading folders', async () => {
      await this.#session.timings.during('reading folders', () =>
        Promise.all(uris.map((uri) => this.#files.addFolder(uri))),
      );
      this.#changed('everywhere');
    });
  }

  async #loadSettings(): Promise<void> {
    const { startOptions } = this.#session;
    const asked = await askSettings(this.#connection, this.#abilities, startOptions, this.#toldSettings);
    const ruleIds = Object.keys(asked.settings.rules);
    for (const warning of ruleIdWarnings(ruleIds)) this.#connection.console.warn(warning);
    for (const message of this.#renamedIds.untold(ruleIds)) this.#connection.window.showWarningMessage(message);
    this.#session.configure(startOptions, asked.settings, asked.drawsLenses);
    this.#changed('everywhere');
  }

  /** `everywhere`: open documents may have new problems without having been edited. */
  #changed(where: 'here' | 'everywhere'): void {
    if (!this.#abilities.pullsDiagnostics) this.#push.changed();
    this.#pull.changed();
    if (where === 'everywhere') this.#refresher.everything();
    else if (this.#documents.keys().length > 1) this.#refresher.decorations();
  }

  /** Reads what the last answer would have needed, and asks the client to request again. */
  #supplySoon(): void {
    this.#attempt('Reading files that modules read', async () => {
      const isSupplied = await this.#files.supply();
      this.#tellUnread();
      if (!isSupplied) return;
      await this.#policyFiles.follow(this.#session.workspace.attachedFiles);
      this.#changed('everywhere');
    });
  }

  /** Reports once why a list of installed modules is not used. */
  #tellUnread(): void {
    const because = this.#session.workspace.unreadPaths.get(INSTALLED_LIST);
    if (because === undefined || this.#toldUnread === because) return;
    this.#toldUnread = because;
    this.#connection.console.warn(`${INSTALLED_LIST} is not used: ${because}`);
  }

  #attempt(name: string, work: () => PromiseLike<void>): void {
    work().then(undefined, (error: unknown) => {
      this.#connection.console.error(`${name} failed: ${describeFailure(error)}`);
    });
  }
}

function foldersOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): readonly string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOfPath(rootPath)] : [];
}
