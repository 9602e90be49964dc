import { isSettingsFile } from '../module/settingsFile.ts';
import { isVariableFile } from '../module/variableFiles.ts';
import type { FileContent } from './fileRequests.ts';

/** How a door reaches files; the engine never does. Failures are answers here, never exceptions. */
export interface FileAccess {
  /** URIs of the Terraform files and of the settings files in a folder and below, leaving out what Terraform keeps there and what git ignores. */
  list(folderUri: string): Promise<readonly string[]>;
  read(uri: string): Promise<FileContent>;
}

/** The endings of the files that are read. */
const TERRAFORM_ENDINGS: readonly string[] = ['.tf', '.tofu', '.tf.json', '.tofu.json'];

export function isTerraformFile(path: string): boolean {
  return TERRAFORM_ENDINGS.some((ending) => path.endsWith(ending));
}

/** True for the files that make up a module. */
export function isModuleFile(path: string): boolean {
  return isTerraformFile(path) || isVariableFile(path);
}

/** True for files that hold code, values of variables or settings. */
export function isReadFile(path: string): boolean {
  return isTerraformFile(path) || isVariableFile(path) || isSettingsFile(path);
}
