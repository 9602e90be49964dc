import type { ExtensionContext } from 'vscode';
import { extensions, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { CLIENT_ID, CLIENT_NAME, clientOptions } from './client.ts';
import { registerCommands, restart } from './commands/register.ts';
import { hasCompanion } from './companions.ts';
import { showStatus } from './status.ts';

let client: BaseLanguageClient | undefined;

/** Starts the server in a process of its own and connects the editor to it. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel(CLIENT_NAME, { log: true });
  const module = context.asAbsolutePath('dist/server.cjs');
  const started = new LanguageClient(
    CLIENT_ID,
    CLIENT_NAME,
    { module, transport: TransportKind.ipc },
    clientOptions(output),
  );
  client = started;
  context.subscriptions.push(output, showStatus(started), ...registerCommands(started, output));
  restartWhenCompanionsChange(context, started);
  await started.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/** A companion that comes or goes changes what the server leaves to others. */
function restartWhenCompanionsChange(context: ExtensionContext, started: BaseLanguageClient): void {
  let known = hasCompanion();
  const listener = extensions.onDidChange(async () => {
    if (hasCompanion() === known) return;
    known = hasCompanion();
    started.clientOptions.initializationOptions = { companion: known };
    await restart(started);
  });
  context.subscriptions.push(listener);
}
