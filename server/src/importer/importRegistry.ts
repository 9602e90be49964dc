import type { Workspace } from '../module/workspace.ts';
import { codeAround } from './codeAround.ts';
import type { ImportFiles } from './gather.ts';
import { gatherRegistry } from './gather.ts';
import { printChunks, withJudgement } from './judgeCode.ts';
import type { ImportOptions } from './options.ts';
import { NO_CODE } from './write/codeAround.ts';
import { writeChunks } from './writeCode.ts';

/** The name of the file that an import into a folder writes. */
export const IMPORTS_FILE = 'imports.tf';

/** The module of a directory that the code must fit into. */
export interface Destination {
  /** Holds the module's files. */
  readonly workspace: Workspace;
  /** The URI of the directory, without a last slash. */
  readonly directory: string;
}

export interface ImportResult {
  /** The code, with a newline at its end. */
  readonly code: string;
  /** Remarks about the input, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * Turns outputs of the AWS CLI into import blocks and resources, formatted like `terraform fmt`. Throws an
 * `ImportError` for files of another kind than given, for several accounts, and for several regions without
 * `regionArgument`.
 */
export function importRegistry(
  files: ImportFiles,
  options: ImportOptions,
  destination: Destination | null,
): ImportResult {
  const registry = gatherRegistry(files);
  const module = destination?.workspace.moduleOf(`${destination.directory}/${IMPORTS_FILE}`);
  const chunks = writeChunks(registry, options, module === undefined ? NO_CODE : codeAround(module));
  return { code: `${printChunks(withJudgement(chunks, registry))}\n`, warnings: registry.warnings };
}
