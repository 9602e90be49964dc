import type { Disposable, LogOutputChannel } from 'vscode';
import { commands } from 'vscode';
import type { ServerOwner } from '../serverOwner.ts';
import { showPolicyText } from './policyText.ts';

/** Registers the commands of the manifest. */
export function registerCommands(owner: ServerOwner, output: LogOutputChannel): Disposable[] {
  return [
    commands.registerCommand('terraform-ecr.restart', () => owner.restart()),
    commands.registerCommand('terraform-ecr.render', () => showPolicyText('terraform-ecr.server.render')),
    commands.registerCommand('terraform-ecr.explain', () => showPolicyText('terraform-ecr.server.explain')),
    commands.registerCommand('terraform-ecr.showOutput', () => output.show()),
  ];
}
