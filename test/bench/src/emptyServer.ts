import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';

/** A server that can do nothing: the floor that every server on this library stands on. */
const connection = createConnection(ProposedFeatures.all);
connection.onInitialize(() => ({ capabilities: {} }));
connection.listen();
