import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { localPages } from '../files/localPages.ts';
import { nodeFiles } from '../files/nodeFiles.ts';
import { inTurn } from './lifeCycle.ts';
import { startServer } from './server.ts';

/** Serves a client over the process's standard streams. */
export function serveStdio(): void {
  startServer(createConnection(ProposedFeatures.all, inTurn()), { files: nodeFiles, pages: localPages(), version });
}
