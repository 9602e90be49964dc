import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectories, calledDirectory } from '../../module/moduleCalls.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { isOfEcr } from '../blocks/isOfEcr.ts';

/** The number of nested calls that are followed to find an ECR block. */
const DEPTH_LIMIT = 4;

/** True for the call of an available module (installed or known) that contains an ECR block or calls one that does. */
export function calledModuleIsOfEcr(address: string, scope: RecordingScope): boolean {
  const call = scope.block(address);
  return call !== null && callLeadsToEcr(call, scope);
}

/** The same for a call of the scope's module. */
export function callLeadsToEcr(call: BlockDeclaration, scope: RecordingScope): boolean {
  const directories = scope.directoriesOf(call);
  return scope.ask((module) => leadsToEcr(directories, module));
}

/** The module that a call names by a path, if it is fully read and contains ECR blocks; null otherwise. */
export function wholeCalledModule(call: BlockDeclaration, scope: RecordingScope): Module | null {
  const directory = calledDirectory(call, scope.module.directory);
  if (directory === null) return null;
  const called = scope.ask(({ environment }) => environment.moduleAt(directory) ?? null);
  if (called === null) return null;
  // Questions about another module must go through the asking one, which records them.
  const isWhole = scope.ask(() => !called.isOpen && !called.mayBeOverridden);
  return isWhole && scope.ask((module) => leadsToEcr([directory], module)) ? called : null;
}

/** What a module holds itself; remembered for each module. */
type Holding = (module: Module) => boolean;

/** True when the module in a directory, or one that it calls, holds what is asked for. */
export function directoryLeadsTo(directory: string, scope: RecordingScope, holds: Holding): boolean {
  return scope.ask((module) => leadsTo([directory], module, holds));
}

function leadsToEcr(directories: readonly string[], module: Module): boolean {
  return leadsTo(directories, module, holdsEcr);
}

function leadsTo(directories: readonly string[], { environment }: Module, holds: Holding): boolean {
  let pending = directories;
  for (let depth = 0; depth < DEPTH_LIMIT && pending.length > 0; depth += 1) {
    const modules = pending.flatMap((one) => environment.moduleAt(one) ?? []);
    if (modules.some((module) => module.remember(holds))) return true;
    pending = modules.flatMap((module) => [...module.remember(calledDirectories)]);
  }
  return false;
}

/** True for a module with a block of ECR. */
export function holdsEcr(module: Module): boolean {
  return module.blocksWhich(isOfEcr).length > 0;
}
