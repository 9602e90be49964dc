import { commands } from 'vscode';

/** Opens the page that leads through the first steps; the editor shows it by itself once, after an installation. */
export async function openWalkthrough(): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', 'ecrkit.terraform-ecr#start', false);
}
