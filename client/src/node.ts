import { fork } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { deactivate, startExtension } from './browser.ts';
import type { ServerPort } from './serverPort.ts';

export { deactivate };

/** The time in milliseconds for a server to end cleanly. */
const PATIENCE = 2000;

/** Starts the server in a process of its own. */
export function activate(context: ExtensionContext) {
  return startExtension(context, openProcess);
}

function openProcess(context: ExtensionContext, output: LogOutputChannel): ServerPort {
  // The editor's own executable runs the server; these make it run as Node, without options of the editor's host.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' };
  const server = fork(context.asAbsolutePath('dist/serverProcess.js'), [], {
    env,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (server.stderr !== null) createInterface({ input: server.stderr }).on('line', (line) => output.error(line));
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.on('error', (error) => {
      output.error(error.message);
      // One that could not be started never exits.
      if (server.pid === undefined) resolve();
    });
  });
  return {
    send(message) {
      if (server.connected) server.send(message as object);
    },
    listen: (listener) => server.on('message', listener),
    onEnd: (listener) => void ended.then(listener),
    end() {
      if (server.connected) server.disconnect();
      const timer = setTimeout(() => server.kill('SIGKILL'), PATIENCE);
      void ended.then(() => clearTimeout(timer));
    },
  };
}
