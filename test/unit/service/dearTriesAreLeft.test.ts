import { afterEach, describe, expect, it, vi } from 'vitest';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { fixAll, mendedByFixAll } from '../../../server/src/service/fixes/fixAll.ts';
import { Photographer } from '../../../server/src/service/fixes/trial/snapshot.ts';

const URI = 'file:///w/main.tf';
const TEXT = 'resource "aws_ecr_repository" "r" {\n  name = "r"\n  image_tag_mutability = "immutable"\n}\n';

/** The steps that finding the problems took, and whether fixes are tried after that. */
const STEPS: readonly (readonly [number, boolean])[] = [
  [0, true],
  [3_500, true],
  [18_000, true],
  [100_000, true],
  [200_000, true],
  [360_000, true],
  [600_000, false],
  [800_000, false],
  [1_200_000, false],
];

afterEach(() => vi.restoreAllMocks());

describe('fixes after problems that took many steps to find', () => {
  it.each(STEPS)('%i steps: tried is %s', (steps, isTried) => {
    const workspace = new Workspace();
    workspace.openDocument(URI, TEXT);
    const context = new ServiceContext(workspace, new ProblemFinder(() => undefined));
    const problems = context.problemsOf(URI, DEFAULT_PROBLEM_SETTINGS);
    vi.spyOn(ProblemFinder.prototype, 'spentOn').mockReturnValue(steps);
    const take = vi.spyOn(Photographer.prototype, 'take');
    const isMended = mendedByFixAll(context, URI, DEFAULT_PROBLEM_SETTINGS);
    expect(problems.some(isMended)).toBe(isTried);
    expect(take.mock.calls.length > 0).toBe(isTried);
    // What was announced is what is done.
    expect(fixAll(context, URI, DEFAULT_PROBLEM_SETTINGS) !== TEXT).toBe(isTried);
  });
});
