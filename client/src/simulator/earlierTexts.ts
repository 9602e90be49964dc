import type { Uri } from 'vscode';
import { extensions, l10n, workspace } from 'vscode';

/** An earlier text of a document, or the reason why there is none. */
export type EarlierText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none'; readonly reason: string };

/** The text that was saved last. */
export async function savedText(uri: Uri): Promise<EarlierText> {
  if (uri.scheme === 'untitled') return { kind: 'none', reason: l10n.t('This text has not been saved yet.') };
  try {
    return { kind: 'text', text: new TextDecoder().decode(await workspace.fs.readFile(uri)) };
  } catch {
    return { kind: 'none', reason: l10n.t('The saved text cannot be read.') };
  }
}

/** The parts of the built-in git extension's API, version 1, that are used here. */
interface GitExtension {
  getAPI(version: 1): GitApi;
}

interface GitApi {
  getRepository(uri: Uri): GitRepository | null;
  openRepository?(root: Uri): Promise<GitRepository | null>;
}

interface GitRepository {
  show(reference: string, path: string): Promise<string>;
}

/** The text of the last commit, through the editor's own git extension. */
export async function committedText(uri: Uri): Promise<EarlierText> {
  const git = extensions.getExtension<GitExtension>('vscode.git');
  if (git === undefined) return { kind: 'none', reason: l10n.t('The Git extension of the editor is not available.') };
  try {
    const repository = (git.isActive ? git.exports : await git.activate()).getAPI(1).getRepository(uri);
    if (repository === null) return { kind: 'none', reason: l10n.t('This file is not in a Git repository.') };
    return { kind: 'text', text: await repository.show('HEAD', uri.fsPath) };
  } catch {
    return { kind: 'none', reason: l10n.t('The last commit does not have this file.') };
  }
}
