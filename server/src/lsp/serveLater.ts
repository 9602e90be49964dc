import type { Connection, ConnectionOptions, InitializeParams } from 'vscode-languageserver';
import { version } from '../../../package.json';
import { readAbilities, serverCapabilities } from './capabilities.ts';
import { inTurn, refuseOutOfTurn } from './lifeCycle.ts';

/** Serves a client that already has the server's capabilities. */
export type Serve = (connection: Connection, parameters: InitializeParams) => void;

/** Answers `initialize`, and loads the rest of the server when the next message arrives, before that is handled. */
export function serveLater(connect: (options: ConnectionOptions) => Connection, serve: Serve): void {
  let parameters: InitializeParams | null = null;
  const begin = () => {
    const given = parameters;
    parameters = null;
    if (given !== null) serve(connection, given);
  };
  const connection = connect(inTurn(begin));
  refuseOutOfTurn(connection);
  connection.onInitialize((given) => {
    parameters = given;
    return {
      capabilities: serverCapabilities(readAbilities(given.capabilities)),
      serverInfo: { name: 'terraform-ecr', version },
    };
  });
  connection.listen();
}
