import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { calledDirectory } from '../../module/moduleCalls.ts';
import type { Workspace } from '../../module/workspace.ts';

/**
 * The block that an address such as `module.a["x"].aws_ecr_repository.app[0]` means, in a module that no other module
 * calls. Null when no module has it, or when several do and the intended one is unknown.
 */
export function blockAtAddress(workspace: Workspace, address: string): BlockDeclaration | null {
  const names = withoutKeys(address).split('.');
  const own = names.slice(-2).join('.');
  const calls = names.slice(0, -2).filter((_, index) => index % 2 === 1);
  const roots = workspace.modules.filter((module) => workspace.callersOf(module).length === 0);
  const found = roots.flatMap((root) => {
    const [block] = moduleBelow(root, calls, workspace)?.blocks(own) ?? [];
    return block === undefined ? [] : [block];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The module that a chain of calls leads to; null when one of them calls no module of the workspace. */
function moduleBelow(root: Module, calls: readonly string[], workspace: Workspace): Module | null {
  let module: Module | undefined = root;
  for (const name of calls) {
    const [call]: readonly BlockDeclaration[] = module?.blocks(`module.${name}`) ?? [];
    const directory: string | null =
      module === undefined || call === undefined ? null : calledDirectory(call, module.directory);
    module = directory === null ? undefined : workspace.moduleAt(directory);
  }
  return module ?? null;
}

/** An address without the keys of instances, which may contain dots and brackets in quotes. */
function withoutKeys(address: string): string {
  return address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, '');
}
