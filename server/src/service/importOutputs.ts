import { ImportError } from '../importer/importError.ts';
import { importRegistry } from '../importer/importRegistry.ts';
import type { InputFile } from '../importer/input/inputFile.ts';
import { sortOutputs } from '../importer/sortOutputs.ts';
import { directoryOf } from '../module/sources/uri.ts';
import type { Workspace } from '../module/workspace.ts';

const OPTIONS = { forEach: false, identity: false, regionArgument: false };

/**
 * The code for the objects in AWS CLI outputs, without what the document's module already declares; `uri` is null for
 * code on its own. Returns the reason when the files cannot be imported.
 */
export function importOutputs(
  workspace: Workspace,
  given: readonly Pick<InputFile, 'name' | 'folder' | 'text'>[],
  uri: string | null,
) {
  const files = given.map(({ name, folder, text }) => ({
    name,
    baseName: name.replace(/^.*[\\/]/s, ''),
    folder,
    text,
  }));
  try {
    const destination = uri === null ? null : { workspace, directory: directoryOf(uri) };
    return { kind: 'code', ...importRegistry(sortOutputs(files), OPTIONS, destination) } as const;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { kind: 'refused', reason: error.message } as const;
  }
}
