import type { DataTransferFile } from 'vscode';
import { FileType, l10n, Uri, workspace } from 'vscode';
import { TOO_LARGE } from '../../../server/src/protocol/fileRequests.ts';
import { refusalOf } from '../files.ts';
import { unpackedWithin } from './unpacked.ts';

const MEGABYTE = 1024 * 1024;

/** How large a file of some kind may be, packed or not, and what to do about a larger one. */
export interface Bounds {
  readonly megabytes: number;
  /** A sentence. */
  readonly remedy: () => string;
}

/** Output about images: a repository has at most 100,000, and the view has to hold them. */
export const IMAGES: Bounds = { megabytes: 200, remedy: () => l10n.t('Give one file for each repository.') };

/** Other output of the AWS CLI. */
export const OUTPUT: Bounds = { megabytes: 64, remedy: () => l10n.t('Give the output in several files.') };

export const PLAN: Bounds = {
  megabytes: 512,
  remedy: () => l10n.t('On the command line, terraform-ecr review reads plans of any size.'),
};

/** The unpacked bytes of a file that the user gave, or the reason why it was not read, in one or two sentences. */
export type GivenFile =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: string };

/** Reads a file that the user chose in a dialog, wherever it is. */
export function readChosen(file: Uri, bounds: Bounds): Promise<GivenFile> {
  const read = async () => workspace.fs.readFile(file);
  return given(nameOf(file), bounds, () => refusalOfChosen(file, bounds), read);
}

/** Reads a file that was dragged from the editor's lists, if it is in an opened folder, by its address. */
export async function readDragged(address: string, bounds: Bounds): Promise<GivenFile> {
  const file = uriOf(address);
  if (file === null) return { kind: 'refused', name: address.slice(0, 200), reason: notInFolders() };
  const read = async () => workspace.fs.readFile(file);
  const whyNot = async () => {
    const refusal = await refusalOf(file, bounds.megabytes * MEGABYTE);
    if (refusal === null) return null;
    return refusal === TOO_LARGE ? tooLarge(bounds) : notInFolders();
  };
  return given(nameOf(file), bounds, whyNot, read);
}

/** Reads a file that was dropped from outside the editor, which passes the file itself. */
export function readDropped(file: DataTransferFile, bounds: Bounds): Promise<GivenFile> {
  const { uri } = file;
  const whyNot = async () => (uri === undefined ? null : refusalOfChosen(uri, bounds));
  return given(file.name, bounds, whyNot, async () => file.data());
}

/** The bytes of a file. Throws an error that names the file and the reason where it was not read. */
export function bytesOf(file: GivenFile): Uint8Array {
  if (file.kind === 'refused') throw new Error(`${file.name}: ${file.reason}`);
  return file.bytes;
}

async function given(
  name: string,
  bounds: Bounds,
  whyNot: () => Promise<string | null>,
  read: () => Promise<Uint8Array>,
): Promise<GivenFile> {
  let bytes: Uint8Array;
  try {
    const reason = await whyNot();
    if (reason !== null) return { kind: 'refused', name, reason };
    bytes = await read();
  } catch {
    return { kind: 'refused', name, reason: l10n.t('It cannot be read.') };
  }
  try {
    const plain = await unpackedWithin(bytes, bounds.megabytes * MEGABYTE);
    if (plain === null) return { kind: 'refused', name, reason: tooLarge(bounds) };
    // The desktop's host returns a Buffer, which would reach a view as JSON; a plain array reaches it as bytes.
    return { kind: 'bytes', name, bytes: new Uint8Array(plain) };
  } catch {
    return { kind: 'refused', name, reason: l10n.t('The archive is damaged. Give the file unpacked.') };
  }
}

async function refusalOfChosen(file: Uri, bounds: Bounds): Promise<string | null> {
  const { type, size } = await workspace.fs.stat(file);
  if ((type & FileType.Directory) !== 0) return l10n.t('It is a folder.');
  return size > bounds.megabytes * MEGABYTE ? tooLarge(bounds) : null;
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

function nameOf(file: Uri): string {
  return file.path.split('/').at(-1) || file.path;
}

function tooLarge({ megabytes, remedy }: Bounds): string {
  return `${l10n.t('It is larger than {0} MiB, or would be when unpacked.', megabytes)} ${remedy()}`;
}

function notInFolders(): string {
  return l10n.t('Only files of the opened folders are read here. Choose it in the dialog instead.');
}
