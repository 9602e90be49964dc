import { l10n, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { OWN_MODULE } from '../../../server/src/protocol/ownModule.ts';

/** Writes a module for repositories and a call of it into a folder of the workspace, without overwriting any file. */
export async function newModule(): Promise<void> {
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const files = OWN_MODULE.map(({ path, text }) => ({ uri: Uri.joinPath(folder, ...path.split('/')), text }));
  const taken = await Promise.all(files.map(({ uri }) => isThere(uri)));
  const first = files[taken.indexOf(true)];
  if (first !== undefined) {
    const name = workspace.asRelativePath(first.uri);
    await window.showErrorMessage(l10n.t('{0} already exists. Nothing was written.', name));
    return;
  }
  const edit = new WorkspaceEdit();
  for (const { uri, text } of files) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    await window.showErrorMessage(l10n.t('The files of the module could not be written.'));
    return;
  }
  const call = files.at(-1);
  if (call !== undefined) await window.showTextDocument(await workspace.openTextDocument(call.uri));
}

async function chooseFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    await window.showErrorMessage(l10n.t('Open a folder first: the module is written into it.'));
    return undefined;
  }
  if (folders.length === 1) return folders[0]?.uri;
  return (await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Where should the module be written?') }))?.uri;
}

async function isThere(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
