import type { FileStat } from 'vscode';
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileContent, FolderEntry } from '../../server/src/files/fileRequests.ts';
import { contentOf, READ_FILE, READ_FOLDER, SIZE_LIMIT, TOO_LARGE } from '../../server/src/files/fileRequests.ts';

/**
 * Answers the server's requests for files through the editor, which reads virtual folders too. What lies outside the
 * workspace's folders is not read for it.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<FileContent, void>(READ_FILE, (wish: Wish) => readFile(Uri.parse(wish.uri)));
  client.onRequest<FolderEntry[], void>(READ_FOLDER, (wish: Wish) => readFolder(Uri.parse(wish.uri)));
}

interface Wish {
  readonly uri: string;
}

async function readFile(uri: Uri): Promise<FileContent> {
  if (!isInside(uri)) return { reason: 'it lies outside the workspace' };
  try {
    if ((await workspace.fs.stat(uri)).size > SIZE_LIMIT) return TOO_LARGE;
    const bytes = await workspace.fs.readFile(uri);
    return contentOf(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return { reason: error instanceof Error ? error.message : String(error), isMissing };
  }
}

async function readFolder(uri: Uri): Promise<FolderEntry[]> {
  if (!isInside(uri)) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ address: Uri.joinPath(uri, name).toString(), name, kind: kindOf(type) }));
  } catch {
    return [];
  }
}

/** Links are followed nowhere: they may lead out of the workspace, or round in circles. */
function kindOf(type: FileStat['type']): FolderEntry['kind'] {
  if (type === FileType.Directory) return 'folder';
  return type === FileType.File ? 'file' : 'other';
}

function isInside(uri: Uri): boolean {
  return !uri.path.split('/').includes('..') && workspace.getWorkspaceFolder(uri) !== undefined;
}
