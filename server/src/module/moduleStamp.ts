import { callsWithoutPath, installedModule } from './calls/calledModules.ts';
import type { Module, ModuleEnvironment } from './module.ts';
import { calledDirectories } from './moduleCalls.ts';

/**
 * A text that changes whenever the module changes, or a module that it calls directly or indirectly, or whether one of
 * these exists.
 */
export function stampOf(module: Module, environment: Pick<ModuleEnvironment, 'moduleAt'>): string {
  const reached = new Set([module]);
  const stamp: (number | string)[] = [];
  // The set grows while it is walked: each module once, however many calls lead to it.
  for (const next of reached) {
    stamp.push(next.version);
    for (const directory of directoriesCalledBy(next, module.directory)) {
      const called = environment.moduleAt(directory);
      if (called === undefined) stamp.push(directory);
      else reached.add(called);
    }
  }
  return stamp.join(' ');
}

/** The directories of all modules that one calls, when Terraform is run in `root`. */
function directoriesCalledBy(module: Module, root: string): ReadonlySet<string> {
  const installed = module.remember(callsWithoutPath).flatMap((call) => installedModule(call, module, root) ?? []);
  const called = module.remember(calledDirectories);
  return installed.length === 0 ? called : new Set([...called, ...installed.map(({ directory }) => directory)]);
}
