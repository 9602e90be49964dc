import { describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';

const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`;

const M = 'file:///w/m';

/** A workspace in which a module may be called. */
function start(source = './m'): Workspace {
  const workspace = new Workspace();
  workspace.setDiskFile(`${M}/main.tf`, '');
  workspace.setDiskFile('file:///w/main.tf', call(source));
  return workspace;
}

const CHANGES: readonly (readonly [string, (workspace: Workspace) => void, boolean])[] = [
  ['nothing', () => undefined, true],
  ['its caller goes', (one) => one.setDiskFile('file:///w/main.tf', null), false],
  ['its caller calls another', (one) => one.setDiskFile('file:///w/main.tf', call('./other')), false],
  ['its caller calls by an absolute path', (one) => one.setDiskFile('file:///w/main.tf', call('/w/m')), true],
  ['its caller calls nothing', (one) => one.setDiskFile('file:///w/main.tf', ''), false],
  ['an editor shows its caller without the call', (one) => one.openDocument('file:///w/main.tf', ''), false],
  [
    'an editor showed its caller without the call',
    (one) => {
      one.openDocument('file:///w/main.tf', '');
      one.closeDocument('file:///w/main.tf');
    },
    true,
  ],
  [
    'another calls it in place of the first',
    (one) => {
      one.setDiskFile('file:///w/main.tf', null);
      one.setDiskFile('file:///w/x/main.tf', call('../m'));
    },
    true,
  ],
  [
    'more modules are to come',
    (one) => {
      one.setDiskFile('file:///w/main.tf', null);
      one.setGrowing(true);
    },
    true,
  ],
];

describe('whether a module is called', () => {
  it.each(CHANGES)('is known after a change: %s', (_, change, expected) => {
    const workspace = start();
    expect(workspace.isCalled(M)).toBe(true);
    change(workspace);
    expect(workspace.isCalled(M)).toBe(expected);
    expect(workspace.isCalled('file:///w/never')).toBe(expected && workspace.isCalled('file:///w/never'));
  });

  it('is known without a look at all modules each time', () => {
    const workspace = start();
    for (let index = 0; index < 50; index += 1)
      workspace.setDiskFile(`file:///w/a${index}/main.tf`, call(`../a${index + 1}`));
    const all = vi.spyOn(workspace, 'modules', 'get');
    const called = Array.from({ length: 60 }, (_, index) => workspace.isCalled(`file:///w/a${index}`));
    expect(called).toEqual(called.map((_, index) => index > 0 && index <= 50));
    expect(all.mock.calls.length).toBeLessThan(2);
  });
});
