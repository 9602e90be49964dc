import type { SyntaxFile } from '../../syntax/tree/file.ts';

/** Files that places can be resolved in: a module's, or a settings file alone. */
export interface SourceFiles {
  syntaxOf(uri: string): SyntaxFile | undefined;
}
