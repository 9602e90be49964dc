import { commands, l10n, ViewColumn, window, workspace } from 'vscode';
import type { PolicyText } from '../../../server/src/protocol/policyAnswers.ts';

/** Asks the server for a text about the policy at the cursor and shows it beside the editor. */
export async function showPolicyText(serverCommand: string): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) {
    await window.showInformationMessage(l10n.t('Open a Terraform file and put the cursor into a lifecycle policy.'));
    return;
  }
  const { line, character } = editor.selection.active;
  const uri = editor.document.uri.toString();
  const answer = await commands.executeCommand<PolicyText | null>(serverCommand, uri, { line, character });
  if (answer?.kind !== 'text') {
    await window.showInformationMessage(answer?.reason ?? l10n.t('Put the cursor into a lifecycle policy.'));
    return;
  }
  const document = await workspace.openTextDocument({
    content: answer.text,
    language: answer.languageId,
  });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}
