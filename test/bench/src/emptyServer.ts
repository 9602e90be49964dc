import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/** A server that can do nothing: the lower limit for every server on this library. */
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: {} }));
connection.listen();
