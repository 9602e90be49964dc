import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../../files/nodeFiles.ts';
import { namedUri, Reach } from '../../files/reach.ts';
import { codeAround } from '../../importer/codeAround.ts';
import { ImportError } from '../../importer/importError.ts';
import type { Destination } from '../../importer/importRegistry.ts';
import { IMPORTS_FILE, importRegistry } from '../../importer/importRegistry.ts';
import { Workspace } from '../../module/workspace.ts';
import { loadDirectory } from '../loadDirectory.ts';
import type { Output } from '../output.ts';
import { supplyFrom } from '../supply.ts';
import { UsageError } from '../usage.ts';
import { gatherScript } from './gatherScript.ts';
import type { ImportCommand } from './importOptions.ts';
import { readInputFiles } from './readInputFiles.ts';

/** Runs `import`: prints the code or writes it into a new file; throws a `UsageError` for input that cannot be used. */
export function runImport(command: ImportCommand, output: Output): number {
  if (command.kind === 'script') {
    output.print(gatherScript(command.shells));
    return 0;
  }
  const { paths, options, into } = command;
  const path = into === null ? null : join(into, IMPORTS_FILE);
  if (path !== null && existsSync(path))
    throw new UsageError(`${path} already exists; import does not overwrite files`);
  const destination = into === null ? null : destinationIn(into);
  const { code, warnings } = asUsage(() => importRegistry(readInputFiles(paths), options, destination));
  for (const warning of warnings) output.error(warning);
  if (path === null) output.print(code.trimEnd());
  else {
    writeNew(path, code);
    output.print(path);
  }
  return 0;
}

/** Modules may call modules; longer chains are not followed. */
const SUPPLY_ROUNDS = 8;

/** The module that already exists in a folder, with the modules that it calls. */
function destinationIn(folder: string): Destination {
  const directory = namedUri(folder);
  const reach = new Reach([folder]);
  const workspace = new Workspace();
  loadDirectory(workspace, directory, reach);
  const supply = supplyFrom(reach, workspace);
  const module = workspace.moduleOf(`${directory}/${IMPORTS_FILE}`);
  for (let round = 0; module !== undefined && round < SUPPLY_ROUNDS; round += 1) {
    codeAround(module);
    if (!supply()) break;
  }
  return { workspace, directory };
}

function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${reasonOf(error)}`);
  }
}

function asUsage<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(error.message);
    throw error;
  }
}
