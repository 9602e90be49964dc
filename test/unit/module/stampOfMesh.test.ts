import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';

const SIZE = 30;

const indexes = Array.from({ length: SIZE }, (_, index) => index);

const uriOf = (index: number) => `file:///w/m${index}/main.tf`;

/** Modules, each of which calls all of them. */
function mesh(): Workspace {
  const workspace = new Workspace();
  const calls = indexes.map((to) => `module "c${to}" {\n  source = "../m${to}"\n}\n`).join('');
  for (const index of indexes) workspace.setDiskFile(uriOf(index), calls);
  return workspace;
}

function stampAt(workspace: Workspace, index: number): string {
  const module = workspace.moduleOf(uriOf(index));
  if (module === undefined) throw new Error('the module is not known');
  return workspace.stampOf(module);
}

describe('the stamp of a module in a mesh of thirty that all call each other', () => {
  it('visits each module once', () => {
    expect(stampAt(mesh(), 0).split(' ')).toHaveLength(SIZE + 1);
  });

  it.each(indexes)('changes with module %i, from whichever module it is asked', (changed) => {
    const workspace = mesh();
    const before = stampAt(workspace, 0);
    workspace.setDiskFile(uriOf(changed), 'locals {}\n');
    expect(stampAt(workspace, 0)).not.toBe(before);
  });
});
