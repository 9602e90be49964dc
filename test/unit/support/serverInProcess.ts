import { PassThrough } from 'node:stream';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { serveLater } from '../../../server/src/lsp/serveLater.ts';
import { startServer } from '../../../server/src/lsp/server.ts';

const ROOT = 'file:///w';

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
  },
};

/** A real server in this process, behind streams, so that what it does can be counted. */
export interface ServerInProcess {
  readonly client: ProtocolConnection;
  /** What the server wrote to the log. */
  readonly log: readonly string[];
  uriOf(path: string): string;
}

/** Starts a server that knows no disk and opens some files in it. */
export async function serveInProcess(files: Readonly<Record<string, string>>): Promise<ServerInProcess> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serveLater(
    (options) => createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), options),
    (connection, parameters) => startServer(connection, { files: null, pages: 'file:///pages/' }, parameters),
  );
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const log: string[] = [];
  client.onNotification('window/logMessage', ({ message }: { readonly message: string }) => {
    log.push(message);
  });
  client.listen();
  const workspaceFolders = [{ uri: ROOT, name: 'w' }];
  const initializationOptions = { showsSimulations: true };
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: ROOT,
    workspaceFolders,
    capabilities: CAPABILITIES,
    initializationOptions,
  });
  await client.sendNotification('initialized', {});
  const uriOf = (path: string) => `${ROOT}/${path}`;
  for (const [path, text] of Object.entries(files)) {
    const textDocument = { uri: uriOf(path), languageId: 'terraform', version: 1, text };
    await client.sendNotification('textDocument/didOpen', { textDocument });
  }
  return { client, log, uriOf };
}
