import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { startExtension, stopExtension } from './extension.ts';
import type { ServerPort } from './serverPort.ts';

/** The desktop door, node.ts, uses the whole client from here: both run the same code. */
export { startExtension, stopExtension as deactivate };

/** Starts the server in a worker, as browsers do. */
export function activate(context: ExtensionContext) {
  return startExtension(context, openWorker);
}

/** The parts of a worker that are used here. */
interface ServerWorker {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

declare const Worker: new (address: string) => ServerWorker;

function openWorker({ extensionUri }: ExtensionContext): ServerPort {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'server.js').toString(true));
  let hasAnswered = false;
  return {
    send: (message) => worker.postMessage(message),
    listen: (listener) =>
      worker.addEventListener('message', ({ data }) => {
        hasAnswered = true;
        listener(data);
      }),
    // A worker that has answered survives an error; one that has not could not even be loaded.
    onEnd: (listener) => worker.addEventListener('error', () => hasAnswered || listener()),
    end: () => worker.terminate(),
  };
}
