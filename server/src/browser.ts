import type { Port } from './lsp/portServer.ts';
import { servePort } from './lsp/portServer.ts';

/** The whole server without Node: in a browser's worker it starts by itself, in a process node.ts starts it. */
export { servePort };

/** The parts of a worker's global scope that are used here. */
interface WorkerScope {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

function isWorker(scope: object): scope is WorkerScope {
  return 'importScripts' in scope;
}

function portOf(scope: WorkerScope): Port {
  return {
    postMessage: (message) => scope.postMessage(message),
    listen: (listener) => scope.addEventListener('message', ({ data }) => listener(data)),
    close: () => scope.close(),
  };
}

if (isWorker(globalThis)) servePort(portOf(globalThis), null, '');
