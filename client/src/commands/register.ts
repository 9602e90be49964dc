import type { Disposable, LogOutputChannel } from 'vscode';
import { commands } from 'vscode';
import type { ServerOwner } from '../serverOwner.ts';

/** Registers the commands of the manifest. */
export function registerCommands(owner: ServerOwner, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('terraform-ecr.restart', () => owner.restart()),
    commands.registerCommand('terraform-ecr.showOutput', () => output.show()),
  ];
}
