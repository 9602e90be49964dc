import type { FileContent } from './fileRequests.ts';

/** How a door reaches files; the engine never does. Failures are answers here, never exceptions. */
export interface FileAccess {
  /** URIs of the Terraform files and of the settings files in a folder and below, leaving out what Terraform keeps there and what git ignores. */
  list(folderUri: string): Promise<readonly string[]>;
  /**
   * URIs of the files that make up the module of one directory, its URI without the last slash, those that git ignores
   * too; null when the directory cannot be looked into.
   */
  listDirectory(directoryUri: string): Promise<readonly string[] | null>;
  read(uri: string): Promise<FileContent>;
}
