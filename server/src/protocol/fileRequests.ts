import { markUndecoded } from '../facts/language/undecoded.ts';

/**
 * The requests with which a server asks its client for files that it cannot reach itself: in a browser, and in folders
 * that are not on a disk. Both take `{ uri }`. The client answers only for what is in its workspace folders.
 */

/** Answers `FileContent`. */
export const READ_FILE = 'terraform-ecr/readFile';

/** Answers the contents of a folder, as `FolderEntry[]`; nothing when it cannot be read. */
export const READ_FOLDER = 'terraform-ecr/readFolder';

/** A file's text, or the reason why there is none: it completes the sentence "FILE cannot be read: …". */
export type FileContent = { readonly text: string } | FileRefusal;

/** Why a file has no text here. */
export interface FileRefusal {
  readonly reason: string;
  readonly isMissing?: boolean;
}

/** An entry of a folder. */
export interface FolderEntry {
  /** Its location in the answerer's form: a URI, or a path of the machine. */
  readonly address: string;
  readonly name: string;
  /**
   * `file` is anything that may have a text; reading shows whether it has one. `link` is a link to a folder, and
   * `other` is skipped.
   */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** Larger files are skipped: nobody writes them by hand, and one would hold up everything else. */
export const SIZE_LIMIT = 4 * 1024 * 1024;

export const TOO_LARGE: FileRefusal = { reason: 'it is larger than 4 MiB' };

/** A device, a pipe, a socket: reading one may never end. */
export const NOT_REGULAR = { reason: 'it is not a regular file' } as const satisfies FileRefusal;

/** A file whose real path, after following all links, is outside the readable folders. */
export const LIES_OUTSIDE = { reason: 'it lies outside the workspace' } as const satisfies FileRefusal;

const BINARY: FileRefusal = { reason: 'it is a binary file' };

/** The usual output of `>` in Windows PowerShell. */
const UTF_16: FileRefusal = { reason: 'it is UTF-16, which Terraform refuses; save it as UTF-8' };

/** A text, or the reason why it cannot be read. */
export function contentOf(text: string): FileContent {
  return text.includes('\0') ? BINARY : { text };
}

/** Why bytes cannot be read as a text; null when they can. */
export function refusalOf(bytes: Uint8Array): FileRefusal | null {
  if (!bytes.includes(0)) return null;
  const mark = `${bytes[0]} ${bytes[1]}`;
  return mark === '255 254' || mark === '254 255' ? UTF_16 : BINARY;
}

/** The same for a text that was decoded from these bytes as UTF-8: bytes that are not keep a mark. */
export function decodedContent(text: string, bytes: Uint8Array): FileContent {
  return refusalOf(bytes) ?? contentOf(markUndecoded(text, bytes));
}
