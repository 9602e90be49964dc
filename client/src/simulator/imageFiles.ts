import { FileType, l10n, Uri, workspace } from 'vscode';
import { TOO_LARGE } from '../../../server/src/protocol/fileRequests.ts';
import { refusalOf } from '../files.ts';

/** Larger files are refused: the view would have to hold them, and a repository has at most 100,000 images. */
const LIMIT = 200 * 1024 * 1024;

/** The bytes of an image file, or the reason why it was not read, as a sentence. */
export type ImageFile =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

/** Reads a file that a person chose in a dialog, wherever it is. */
export function readChosen(file: Uri): Promise<ImageFile> {
  return readImageFile(file, async () => {
    const { type, size } = await workspace.fs.stat(file);
    if ((type & FileType.Directory) !== 0) return l10n.t('It is a folder.');
    return size > LIMIT ? tooLarge() : null;
  });
}

/** Reads a file that was dragged from the editor's lists, if it is in an opened folder, by its address. */
export function readDragged(address: string): Promise<ImageFile> {
  const file = uriOf(address);
  if (file === null) return Promise.resolve({ kind: 'refused', name: address.slice(0, 200), reason: notInFolders() });
  return readImageFile(file, async () => {
    const refusal = await refusalOf(file, LIMIT);
    if (refusal === null) return null;
    return refusal === TOO_LARGE ? tooLarge() : notInFolders();
  });
}

async function readImageFile(file: Uri, whyNot: () => Promise<string | null>): Promise<ImageFile> {
  const name = file.path.split('/').at(-1) || file.path;
  try {
    const reason = await whyNot();
    if (reason !== null) return { kind: 'refused', name, reason };
    // The desktop's host returns a Buffer, which would reach the view as JSON; a plain array reaches it as bytes.
    return { kind: 'bytes', name, bytes: new Uint8Array(await workspace.fs.readFile(file)) };
  } catch {
    return { kind: 'refused', name, reason: l10n.t('It cannot be read.') };
  }
}

/** The address in this host's form: a host on the remote side considers its own files local. */
function uriOf(address: string): Uri | null {
  try {
    const uri = Uri.parse(address, true);
    const isForeign = uri.scheme === 'vscode-remote' && workspace.getWorkspaceFolder(uri) === undefined;
    return isForeign ? Uri.from({ scheme: 'file', path: uri.path }) : uri;
  } catch {
    return null;
  }
}

function tooLarge(): string {
  return l10n.t('It is larger than 200 MB.');
}

function notInFolders(): string {
  return l10n.t('Only files of the opened folders are read here. Choose it with the button instead.');
}
