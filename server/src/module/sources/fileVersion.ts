import type { SyntaxFile } from '../../syntax/tree/file.ts';

/** One version of a file inside its module. */
export interface FileVersion {
  readonly uri: string;
  readonly syntax: SyntaxFile;
}
