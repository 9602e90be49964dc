import type { Uri } from 'vscode';
import { commands, env, l10n, ViewColumn, window, workspace } from 'vscode';
import { SERVER_COMMANDS } from '../../../server/src/protocol/commandNames.ts';
import type { GivenOutput, ImportAnswer } from '../../../server/src/protocol/importAnswers.ts';
import { decodeText } from '../../../server/src/simulate/input/decodeText.ts';
import { bytesOf, OUTPUT, readChosen } from '../given/givenFiles.ts';

/**
 * Writes import blocks and resources from AWS CLI output: files that the user chooses, else the clipboard. The code is
 * first shown next to the editor, and added to the end of the file when the user confirms.
 */
export async function importRepositories(): Promise<void> {
  const outputs = await chooseOutputs();
  if (outputs !== undefined && outputs.length > 0) await importOutputs(outputs);
}

/** The same for outputs that the user has given already. */
export async function importOutputs(outputs: readonly GivenOutput[]): Promise<void> {
  const target = window.activeTextEditor;
  const isTerraform = target !== undefined && ['terraform', 'opentofu'].includes(target.document.languageId);
  const answer = await codeFor(outputs, isTerraform ? target.document.uri : null);
  if (answer?.kind !== 'code') {
    await window.showErrorMessage(answer?.reason ?? l10n.t('The server could not answer; its log says why.'));
    return;
  }
  const preview = await workspace.openTextDocument({ content: answer.code, language: 'terraform' });
  await window.showTextDocument(preview, { viewColumn: ViewColumn.Beside, preview: true });
  if (!isTerraform) return;
  const insert = { label: l10n.t('Insert into {0}', workspace.asRelativePath(target.document.uri)) };
  const leave = { label: l10n.t('Keep the preview') };
  const title = answer.warnings[0] ?? l10n.t('The code is shown in a preview. Nothing has been changed yet.');
  if ((await window.showQuickPick([insert, leave], { title, ignoreFocusOut: true })) !== insert) return;
  const editor = await window.showTextDocument(target.document, target.viewColumn);
  const { lineCount } = editor.document;
  const end = editor.document.lineAt(lineCount - 1).range.end;
  // Only the end of a file is certain to be outside of every block.
  const gap = lineCount === 1 && end.character === 0 ? '' : end.character === 0 ? '\n' : '\n\n';
  await editor.edit((edit) => edit.insert(end, gap + answer.code));
  editor.revealRange(editor.document.lineAt(lineCount - 1).range);
}

/** The code for some outputs, without what the module of a document declares; null without a server. */
async function codeFor(outputs: readonly GivenOutput[], target: Uri | null): Promise<ImportAnswer | null> {
  const answer = await commands.executeCommand<ImportAnswer | null>(
    SERVER_COMMANDS.importOutputs,
    outputs,
    target?.toString() ?? null,
  );
  return answer ?? null;
}

/** The contents of chosen files, each with its name and folder. */
function readOutputs(files: readonly Uri[]): Promise<GivenOutput[]> {
  return Promise.all(
    files.map(async (file): Promise<GivenOutput> => {
      const [name = '', folder = null] = file.path.split('/').reverse();
      return { name, folder, text: decodeText(bytesOf(await readChosen(file, OUTPUT))) };
    }),
  );
}

async function chooseOutputs(): Promise<readonly GivenOutput[] | undefined> {
  const files = {
    label: l10n.t('Choose files…'),
    detail: l10n.t('What aws ecr describe-repositories and related commands printed, as JSON'),
  };
  const clipboard = {
    label: l10n.t('Use the clipboard'),
    detail: l10n.t('The output as it was copied from a terminal'),
  };
  const chosen = await window.showQuickPick([files, clipboard], { title: l10n.t('Import existing repositories') });
  if (chosen === clipboard) {
    return [{ name: l10n.t('the clipboard'), folder: null, text: await env.clipboard.readText() }];
  }
  if (chosen !== files) return undefined;
  const uris = await window.showOpenDialog({
    title: l10n.t('What the AWS CLI printed'),
    openLabel: l10n.t('Import'),
    canSelectMany: true,
    filters: { JSON: ['json', 'gz'], [l10n.t('All files')]: ['*'] },
  });
  return uris === undefined ? undefined : readOutputs(uris);
}
