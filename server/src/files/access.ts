import { isSettingsFile } from '../module/settingsFile.ts';

/** How a door reaches files; the engine never does. Failures are answers here, never exceptions. */
export interface FileAccess {
  /** URIs of the Terraform files and of the settings files in a folder and below, leaving out what Terraform keeps there and what git ignores. */
  list(folderUri: string): Promise<readonly string[]>;
  read(uri: string): Promise<FileContent>;
}

/** A file's text, or why there is none: it completes the sentence "FILE cannot be read: …". */
export type FileContent = { readonly text: string } | { readonly reason: string; readonly isMissing?: boolean };

/** The endings of the files that are read. */
const TERRAFORM_ENDINGS: readonly string[] = ['.tf', '.tofu'];

export function isTerraformFile(path: string): boolean {
  return TERRAFORM_ENDINGS.some((ending) => path.endsWith(ending));
}

/** True for files that hold code or settings. */
export function isReadFile(path: string): boolean {
  return isTerraformFile(path) || isSettingsFile(path);
}
