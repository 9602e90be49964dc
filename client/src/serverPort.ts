import type { DataCallback, Message, MessageReader, MessageTransports, MessageWriter } from 'vscode-languageclient';
import { AbstractMessageReader, AbstractMessageWriter } from 'vscode-languageclient';
import { isMessage } from '../../server/src/protocol/messages.ts';

/** A started server and its connection: a worker, or a process with a channel. Both carry whole messages. */
export interface ServerPort {
  send(message: unknown): void;
  /** Passes each message from now on to the listener; called once. */
  listen(listener: (message: unknown) => void): void;
  /** Calls the listener once when the server ends, for any reason. */
  onEnd(listener: () => void): void;
  /** Ends the server if it has not ended by itself. */
  end(): void;
}

/** What a language client needs of a port. The connection closes when the server ends. */
export function transportsOf(port: ServerPort): MessageTransports {
  return { reader: new PortReader(port), writer: new PortWriter(port) };
}

class PortReader extends AbstractMessageReader implements MessageReader {
  readonly #port: ServerPort;

  constructor(port: ServerPort) {
    super();
    this.#port = port;
    port.onEnd(() => this.fireClose());
  }

  override listen(callback: DataCallback) {
    this.#port.listen((message) => {
      if (isMessage(message)) callback(message);
    });
    return { dispose: () => undefined };
  }
}

class PortWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #port: ServerPort;

  constructor(port: ServerPort) {
    super();
    this.#port = port;
  }

  async write(message: Message): Promise<void> {
    this.#port.send(message);
  }

  end(): void {
    // Whoever made the port ends it.
  }
}
