import type { ModuleFile } from './module.ts';

/** Files that places can be resolved in: a module's, or a settings file alone. */
export interface SourceFiles {
  file(uri: string): ModuleFile | undefined;
}
