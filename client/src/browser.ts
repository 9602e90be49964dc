import type { ExtensionContext } from 'vscode';
import { Uri } from 'vscode';
import { startExtension, stopExtension } from './extension.ts';
import type { ServerPort } from './serverPort.ts';

/** The door of the desktop, node.ts, takes the whole client from here: both run the same code. */
export { startExtension, stopExtension as deactivate };

/** Has the server started in a worker, as browsers do. */
export function activate(context: ExtensionContext) {
  return startExtension(context, openWorker);
}

/** What of a worker is used here. */
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
    // A worker that has answered lives on after an error; one that has not could not even be loaded.
    onEnd: (listener) => worker.addEventListener('error', () => hasAnswered || listener()),
    end: () => worker.terminate(),
  };
}
