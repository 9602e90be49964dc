import type { FileStat, WorkspaceFolder } from 'vscode';
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FileContent, FileRefusal, FolderEntry } from '../../server/src/protocol/fileRequests.ts';
import {
  decodedContent,
  LIES_OUTSIDE,
  NOT_REGULAR,
  READ_FILE,
  READ_FOLDER,
  SIZE_LIMIT,
  TOO_LARGE,
} from '../../server/src/protocol/fileRequests.ts';
import { Links } from './links.ts';

const MAY_LEAD_OUT: FileRefusal = { reason: 'it is a link, or inside one, that may lead outside the workspace' };

/**
 * Answers the server's requests for files through the editor, which reads virtual folders too. Files outside the
 * workspace's folders are not read for it.
 */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest<FileContent, void>(READ_FILE, (wish: Wish) => readFile(Uri.parse(wish.uri)));
  client.onRequest<FolderEntry[], void>(READ_FOLDER, (wish: Wish) => readFolder(Uri.parse(wish.uri)));
}

interface Wish {
  readonly uri: string;
}

/**
 * Why a file may not be read: it is in none of the workspace's folders, leads out of them, is not a file, or is larger
 * than `limit` bytes. Null when it may be read; throws for a missing one.
 */
export async function refusalOf(uri: Uri, limit: number): Promise<FileRefusal | null> {
  const folder = folderOf(uri);
  if (folder === null) return LIES_OUTSIDE;
  const { type, size } = await workspace.fs.stat(uri);
  if (isLink(type) || (await linksOf(folder).areOnTheWay(folder.uri.path, uri.path))) return MAY_LEAD_OUT;
  if (type !== FileType.File) return NOT_REGULAR;
  return size > limit ? TOO_LARGE : null;
}

async function readFile(uri: Uri): Promise<FileContent> {
  try {
    const refusal = await refusalOf(uri, SIZE_LIMIT);
    if (refusal !== null) return refusal;
    const bytes = await workspace.fs.readFile(uri);
    if (bytes.length > SIZE_LIMIT) return TOO_LARGE;
    return decodedContent(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), bytes);
  } catch (error) {
    const isMissing = error instanceof FileSystemError && error.code === 'FileNotFound';
    return { reason: error instanceof Error ? error.message : String(error), isMissing };
  }
}

/** What is known about links, by workspace folder. */
const knownLinks = new Map<string, Links>();

function linksOf({ uri }: WorkspaceFolder): Links {
  const key = uri.toString();
  const known = knownLinks.get(key);
  if (known !== undefined) return known;
  const made = new Links(async (path) => isLink((await workspace.fs.stat(uri.with({ path }))).type));
  knownLinks.set(key, made);
  return made;
}

async function readFolder(uri: Uri): Promise<FolderEntry[]> {
  const folder = folderOf(uri);
  if (folder === null || (await linksOf(folder).areOnTheWay(folder.uri.path, `${uri.path}/.`))) return [];
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return entries.map(([name, type]) => ({ address: Uri.joinPath(uri, name).toString(), name, kind: kindOf(type) }));
  } catch {
    return [];
  }
}

/** Links are never followed, because they may lead out of the workspace or in circles. */
function kindOf(type: FileStat['type']): FolderEntry['kind'] {
  if (type === FileType.Directory) return 'folder';
  return type === FileType.File ? 'file' : 'other';
}

function isLink(type: FileStat['type']): boolean {
  return (type & FileType.SymbolicLink) !== 0;
}

function folderOf(uri: Uri): WorkspaceFolder | null {
  return uri.path.split('/').includes('..') ? null : (workspace.getWorkspaceFolder(uri) ?? null);
}
