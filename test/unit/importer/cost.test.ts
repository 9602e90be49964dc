import { afterEach, describe, expect, it, vi } from 'vitest';
import { labelsFor } from '../../../server/src/importer/labels.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { file, importOf, keep, lifecycle, repositories, repository } from './support.ts';

afterEach(() => vi.restoreAllMocks());

/** Outputs about `count` repositories that differ in eight ways, with a file of policies and of tags for each. */
function outputs(count: number) {
  const names = Array.from({ length: count }, (_, index) => `team/app-${index}`);
  return {
    repositories: repositories(
      ...names.map((name, index) =>
        repository(name, { imageTagMutability: index % 2 === 0 ? 'MUTABLE' : 'IMMUTABLE' }),
      ),
    ),
    policies: names.map((name, index) => file(`p/${index}.json`, lifecycle(name, keep(1 + (index % 4))))),
    tags: names.map((name) => file(`t/${name.replaceAll('/', '__')}.json`, { tags: [{ Key: 'team', Value: 'a' }] })),
  };
}

/** How often JSON is parsed, and the length of the code that is judged. */
function workFor(count: number): { parsed: number; judged: number } {
  const files = outputs(count);
  const parse = vi.spyOn(JSON, 'parse');
  const open = vi.spyOn(Workspace.prototype, 'openDocument');
  const { code } = importOf(files);
  const work = {
    parsed: parse.mock.calls.length,
    judged: open.mock.calls.reduce((sum, [, text]) => sum + text.length, 0),
  };
  vi.restoreAllMocks();
  expect(code.match(/^import \{$/gm)).toHaveLength(2 * count);
  return work;
}

describe('the work of an import', () => {
  const few = workFor(100);
  const many = workFor(1_000);

  it('reads each file once, and each policy text once', () => {
    const perFile = (few.parsed - 1) / 200;
    expect(perFile).toBeLessThan(1.1);
    expect(many.parsed - few.parsed).toBe(2 * 900);
  });

  it('judges the ways in which repositories differ, however many there are', () => {
    expect(few.judged).toBeGreaterThan(1_000);
    expect(Math.abs(many.judged - few.judged)).toBeLessThan(100);
  });
});

it('numbers ten thousand names of one label without starting again for each', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `a${'-'.repeat(1 + (index % 97))}b`);
  const has = vi.spyOn(Set.prototype, 'has');
  const labels = labelsFor(names);
  const asked = has.mock.calls.length;
  vi.restoreAllMocks();
  expect(labels.slice(0, 3)).toEqual(['a_b', 'a_b_2', 'a_b_3']);
  expect(new Set(labels).size).toBe(10_000);
  expect(asked).toBeLessThan(100_000);
});
