import type { SyntaxFile } from '../../syntax/tree/file.ts';

/** Files in which places can be resolved: a module's, or a settings file alone. */
export interface SourceFiles {
  syntaxOf(uri: string): SyntaxFile | undefined;
}
