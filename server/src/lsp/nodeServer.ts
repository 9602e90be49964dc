import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { localPages } from '../files/localPages.ts';
import { nodeFiles } from '../files/nodeFiles.ts';
import { startServer } from './server.ts';

/** Serves a client over the transport that the process's arguments name (`--stdio`, `--node-ipc`, `--socket=…`). */
export function serveNode(): void {
  startServer(createConnection(ProposedFeatures.all), { files: nodeFiles, pages: localPages(), version });
}
