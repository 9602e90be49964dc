import { isSettingsFile } from './settingsFile.ts';
import { isVariableFile } from './variableFiles.ts';

/** The endings of the files of code that Terraform and OpenTofu load. */
const TERRAFORM_ENDINGS: readonly string[] = ['.tf', '.tofu', '.tf.json', '.tofu.json'];

export function isTerraformFile(path: string): boolean {
  return TERRAFORM_ENDINGS.some((ending) => path.endsWith(ending));
}

/** True for the files that make up a module. */
export function isModuleFile(path: string): boolean {
  return isTerraformFile(path) || isVariableFile(path);
}

/** True for files with code, variable values or settings. */
export function isReadFile(path: string): boolean {
  return isTerraformFile(path) || isVariableFile(path) || isSettingsFile(path);
}

/**
 * The file that OpenTofu ignores when this one exists: `main.tf` next to `main.tofu`. Null for other files. Source:
 * opentofu.org/docs/language/files, Extension Precedence, 2026-11.
 */
export function leftOutBy(path: string): string | null {
  return /\.tofu(\.json)?$/.test(path) ? path.replace(/\.tofu(\.json)?$/, '.tf$1') : null;
}

/** The file that OpenTofu uses instead of this one when both exist; null when there can be none. */
export function takenInsteadOf(path: string): string | null {
  return /\.tf(\.json)?$/.test(path) ? path.replace(/\.tf(\.json)?$/, '.tofu$1') : null;
}
