import { commands, l10n, ViewColumn, window, workspace } from 'vscode';
import type { PolicyText } from '../../../server/src/protocol/policyAnswers.ts';

/**
 * Asks the server for a text about a policy and shows it next to the editor: the policy at a place of a document, else
 * the one at the cursor.
 */
export async function showPolicyText(serverCommand: string, uri?: unknown, place?: unknown): Promise<void> {
  const at = typeof uri === 'string' ? { uri, position: place } : placeOfCursor();
  if (at === null) {
    await window.showInformationMessage(l10n.t('Open a Terraform file and put the cursor into a policy.'));
    return;
  }
  const answer = await commands.executeCommand<PolicyText | null>(serverCommand, at.uri, at.position);
  if (answer?.kind !== 'text') {
    await window.showInformationMessage(answer?.reason ?? l10n.t('Put the cursor into a policy.'));
    return;
  }
  const document = await workspace.openTextDocument({
    content: answer.text,
    language: answer.languageId,
  });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}

function placeOfCursor(): { readonly uri: string; readonly position: unknown } | null {
  const editor = window.activeTextEditor;
  if (editor === undefined) return null;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}
