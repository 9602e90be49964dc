import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Meter } from '../../../server/src/evaluate/meter.ts';
import { WorkspaceAllowance } from '../../../server/src/module/tracking/workspaceAllowance.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { HOSTILE_WORKSPACES } from '../support/hostileWorkspaces.ts';
import { isLong } from '../support/longTests.ts';

/** `npm run test:long` examines all of them; each takes a second. */
const EXAMINED = HOSTILE_WORKSPACES.filter((_, index) => isLong() || index % 3 === 0);

/** What a file of 100,000 characters may cost, and what the smallest modules may spend besides. */
const MOST = 1_200_000;
const MOST_BESIDES = 200_000;

afterEach(() => {
  vi.restoreAllMocks();
});

function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace();
  const given = new Map(Object.entries(files).map(([path, text]) => [`file:///w/${path}`, text]));
  workspace.readFilesBy((uri) => given.get(uri) ?? { kind: 'missing' });
  for (const [uri, text] of given) if (/\.tf(\.json)?$/.test(uri)) workspace.setDiskFile(uri, text);
  return workspace;
}

/** The meters that examining all modules of a workspace used. */
function examine(workspace: Workspace, finder = new ProblemFinder(() => undefined)): readonly Meter[] {
  const meters: Meter[] = [];
  const meterFor = WorkspaceAllowance.prototype.meterFor;
  vi.spyOn(WorkspaceAllowance.prototype, 'meterFor').mockImplementation(function (this: WorkspaceAllowance, module) {
    const meter = meterFor.call(this, module);
    meters.push(meter);
    return meter;
  });
  for (const module of workspace.modules) problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS);
  vi.restoreAllMocks();
  return meters;
}

const spentBy = (meters: readonly Meter[]) => meters.reduce((sum, { spent }) => sum + spent, 0);

describe('the budget of a small workspace', () => {
  it.each(EXAMINED.map(({ name, files }) => [name, files] as const))('holds for %s', (_, files) => {
    const length = Object.values(files).join('').length;
    expect(length).toBeLessThan(100_000);
    const meters = examine(workspaceOf(files));
    expect(spentBy(meters)).toBeLessThan(MOST + MOST_BESIDES);
    expect(spentBy(meters)).toBeGreaterThan(10_000);
  });

  it('is shared: what costs much in each of many folders is given up in the later ones, and said there', () => {
    const [files] = HOSTILE_WORKSPACES.filter(({ name }) => name === 'loops in many folders').map((one) => one.files);
    const workspace = workspaceOf(files ?? {});
    const finder = new ProblemFinder(() => undefined);
    examine(workspace, finder);
    const last = workspace.modules.at(-1);
    expect(last && finder.givenUpIn(last, last.uris[0] ?? '')).toEqual([0]);
  });

  it('is given back by a module that is examined again, and by one that is gone', () => {
    const workspace = workspaceOf({ 'a/main.tf': '#', 'b/main.tf': '#', 'c/main.tf': '#' });
    const [a, b, c] = workspace.modules;
    if (a === undefined || b === undefined || c === undefined) throw new Error('the modules were not read');
    const allowance = new WorkspaceAllowance(workspace);
    const whole = allowance.meterFor(a).allowance;
    expect(allowance.meterFor(a).spend(whole)).toBe(true);
    const rest = allowance.meterFor(b).allowance;
    expect(rest).toBeLessThan(whole / 100);
    expect(allowance.meterFor(a).allowance).toBe(whole);
    expect(allowance.meterFor(a).spend(whole)).toBe(true);
    workspace.setDiskFile('file:///w/a/main.tf', null);
    expect(allowance.meterFor(c).allowance).toBeGreaterThan(whole / 2);
  });

  it('grows with the text, so that a large workspace of ordinary calls is examined whole', () => {
    const text = '#'.repeat(2000);
    const files = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`m${index}/main.tf`, text]));
    const workspace = workspaceOf(files);
    const allowance = new WorkspaceAllowance(workspace);
    // Ten calls of public modules in each folder.
    for (const module of workspace.modules) expect(allowance.meterFor(module).spend(90_000)).toBe(true);
  });

  it('is its own for a module that is not of the workspace', () => {
    const workspace = workspaceOf({ '.terraform/modules/a/main.tf': '#' });
    const installed = workspace.moduleOf('file:///w/.terraform/modules/a/main.tf');
    if (installed === undefined) throw new Error('the module was not read');
    const allowance = new WorkspaceAllowance(workspace);
    const whole = allowance.meterFor(installed).allowance;
    expect(allowance.meterFor(installed).spend(whole)).toBe(true);
    expect(allowance.meterFor(installed).allowance).toBe(whole);
  });
});
