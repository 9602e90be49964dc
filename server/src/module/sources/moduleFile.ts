import type { SyntaxFile } from '../../syntax/tree/file.ts';

/** One version of a file inside its module. */
export interface ModuleFile {
  readonly uri: string;
  readonly syntax: SyntaxFile;
}
