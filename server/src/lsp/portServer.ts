import type {
  ConnectionOptions,
  DataCallback,
  Disposable,
  Message,
  MessageReader,
  MessageWriter,
} from 'vscode-languageserver/browser';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import type { FileAccess } from '../files/access.ts';
import { isMessage } from '../protocol/messages.ts';
import { serveLater } from './serveLater.ts';
import { startServer } from './server.ts';

/** A connection to a client that carries whole messages: a worker's own, or the channel between two processes. */
export interface Port {
  postMessage(message: unknown): void;
  /** Passes each message from now on to the listener; called once. */
  listen(listener: (message: unknown) => void): void;
  /** Ends the worker or the process after the client has said goodbye. */
  close(): void;
}

/**
 * Serves one client over a port. `files` accesses the files of the port's machine, null in a browser; `pages` is the
 * address of the rule pages, ending in a slash, for a client that gives none.
 */
export function servePort(port: Port, files: FileAccess | null, pages: string): void {
  const connect = (options: ConnectionOptions) => {
    const connection = createConnection(ProposedFeatures.all, new PortReader(port), new PortWriter(port), options);
    connection.onExit(() => port.close());
    return connection;
  };
  serveLater(connect, (connection, parameters) => startServer(connection, { files, pages }, parameters));
}

class PortReader extends AbstractMessageReader implements MessageReader {
  readonly #port: Port;

  constructor(port: Port) {
    super();
    this.#port = port;
  }

  override listen(callback: DataCallback): Disposable {
    this.#port.listen((message) => {
      if (isMessage(message)) callback(message);
    });
    return { dispose: () => undefined };
  }
}

class PortWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #port: Port;

  constructor(port: Port) {
    super();
    this.#port = port;
  }

  async write(message: Message): Promise<void> {
    this.#port.postMessage(message);
  }

  end(): void {
    // A port never ends on its own: it ends with its worker or process.
  }
}
