import { afterEach, describe, expect, it, vi } from 'vitest';
import { RecordingScope } from '../../../server/src/module/tracking/recordingScope.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';

const COUNT = 60;

/** The folders that each folder calls. */
const SHAPES: Readonly<Record<string, (folder: number) => readonly number[]>> = {
  'the next one': (folder) => [folder + 1],
  'the next two': (folder) => [folder + 1, folder + 2],
  'the next ten': (folder) => Array.from({ length: 10 }, (_, index) => folder + index + 1),
  'the next and the first': (folder) => [folder + 1, 0],
  'the next and the one before': (folder) => [folder + 1, folder - 1],
  'the one before twice': (folder) => [folder - 1, folder - 1],
  'the twins of a tree': (folder) => [2 * folder + 1, 2 * folder + 2],
  'those with twice and half its number': (folder) => [2 * folder, Math.floor(folder / 2)],
  'the first, many times': () => Array.from({ length: 10 }, () => 0),
  'far ones': (folder) => [folder * 7 + 3, folder * 11 + 5, folder * 13 + 1],
};

const textOf = (called: readonly number[]) =>
  `resource "aws_ecr_repository" "r" {\n  name = "a"\n}\n${called
    .map((to, index) => `module "c${index}" {\n  source = "../m${(to + COUNT) % COUNT}"\n}\n`)
    .join('')}`;

function workspaceOf(shape: (folder: number) => readonly number[]): Workspace {
  const workspace = new Workspace();
  for (let folder = 0; folder < COUNT; folder += 1) {
    workspace.setDiskFile(`file:///w/m${folder}/main.tf`, textOf(shape(folder)));
  }
  return workspace;
}

afterEach(() => vi.restoreAllMocks());

describe('folders that call each other', () => {
  it.each(Object.entries(SHAPES))('are followed a bounded number of times: %s', (_, shape) => {
    const workspace = workspaceOf(shape);
    const through = vi.spyOn(RecordingScope.prototype, 'through');
    const finder = new ProblemFinder(() => undefined);
    for (const module of workspace.modules) problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS);
    expect(through.mock.calls.length).toBeGreaterThan(COUNT);
    expect(through.mock.calls.length).toBeLessThan(14_000);
  });

  it.each(Object.entries(SHAPES))('name their callers once until a text changes: %s', (_, shape) => {
    const workspace = workspaceOf(shape);
    for (const module of workspace.modules) expect(workspace.callersOf(module)).toBe(workspace.callersOf(module));
    const [first] = workspace.modules;
    if (first === undefined) throw new Error('no module was read');
    workspace.setDiskFile('file:///w/new/main.tf', textOf([0]));
    expect(workspace.callersOf(first).map(({ directory }) => directory)).toContain('file:///w/new');
  });
});
