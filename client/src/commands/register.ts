import type { Disposable, LogOutputChannel } from 'vscode';
import { commands } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';

/** Registers the commands of the manifest. */
export function registerCommands(client: BaseLanguageClient, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('terraform-ecr.restart', () => restart(client)),
    commands.registerCommand('terraform-ecr.showOutput', () => output.show()),
  ];
}

/** Stops the server, if it runs, and starts it again. */
export async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.state !== State.Stopped) await client.stop();
  await client.start();
}
