import type { FileContent } from '../protocol/fileRequests.ts';

/** A file that can be scanned before it is read, while it is visited. */
export interface SeenFile {
  readonly uri: string;
  /** Its contents, valid until the next file is visited; null when they cannot be read. */
  bytes(): Uint8Array | null;
  /** Its text, or the reason why there is none. */
  text(): FileContent;
}

/** Receives a file. */
export type Visit = (file: SeenFile) => void;

/**
 * How a door reaches files; the engine never does. Failures are results here, never exceptions. `within` are the URIs
 * of the folders that may be read: files outside them, and links that lead out, are not read.
 */
export interface FileAccess {
  /**
   * URIs of the Terraform and settings files in a folder and below, without Terraform's own folders and what git
   * ignores. With `way`, the names that lead to a file or folder inside, only that path.
   */
  list(folderUri: string, within: readonly string[], way?: readonly string[]): Promise<readonly string[]>;
  /**
   * URIs of the files of a directory's module, given without the last slash, including those that git ignores; null
   * when the directory cannot be read.
   */
  listDirectory(directoryUri: string, within: readonly string[]): Promise<readonly string[] | null>;
  /** Visits the same files one after the other, including unreadable ones; false when there is no such directory. */
  visitDirectory(directoryUri: string, within: readonly string[], visit: Visit): Promise<boolean>;
  read(uri: string, within: readonly string[]): Promise<FileContent>;
}
