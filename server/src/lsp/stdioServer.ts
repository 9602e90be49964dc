import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Serve } from './serveLater.ts';
import { serveLater } from './serveLater.ts';

/** Serves a client over the process's standard streams. */
export function serveStdio(serve: Serve): void {
  serveLater((options) => createConnection(ProposedFeatures.all, options), serve);
}
