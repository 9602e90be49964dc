import { commands, l10n, ViewColumn, window, workspace } from 'vscode';

/** What the server's commands answer. */
interface PolicyText {
  readonly kind: 'text' | 'none';
  readonly languageId?: string;
  readonly text?: string;
  readonly reason?: string;
}

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
    content: answer.text ?? '',
    language: answer.languageId ?? 'plaintext',
  });
  await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true });
}
