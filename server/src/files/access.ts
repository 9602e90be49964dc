import type { FileContent } from '../protocol/fileRequests.ts';

/** A file that may be looked at before it is read, while it is visited. */
export interface SeenFile {
  readonly uri: string;
  /** Its contents, until the next file is visited; null when they cannot be read. */
  bytes(): Uint8Array | null;
  /** Its text, or the reason why there is none. */
  text(): FileContent;
}

/** Told of a file. */
export type Visit = (file: SeenFile) => void;

/**
 * How a door reaches files; the engine never does. Failures are answers here, never exceptions. `within` are the URIs of
 * the folders that may be read: what lies in none of them, or is a link out of them, is not.
 */
export interface FileAccess {
  /**
   * URIs of the Terraform files and of the settings files in a folder and below, without what Terraform keeps there and
   * what git ignores. With `way`, the names that lead to a file or folder inside, only that path.
   */
  list(folderUri: string, within: readonly string[], way?: readonly string[]): Promise<readonly string[]>;
  /**
   * URIs of the files that make up the module of one directory, its URI without the last slash, those that git ignores
   * too; null when the directory cannot be looked into.
   */
  listDirectory(directoryUri: string, within: readonly string[]): Promise<readonly string[] | null>;
  /** Visits the same files one after the other, unreadable ones too; false when there is no such directory. */
  visitDirectory(directoryUri: string, within: readonly string[], visit: Visit): Promise<boolean>;
  read(uri: string, within: readonly string[]): Promise<FileContent>;
}
