import { describe, expect, it } from 'vitest';
import type { ImportFiles } from '../../../server/src/importer/gather.ts';
import { sortOutputs } from '../../../server/src/importer/sortOutputs.ts';
import { access, file, keep, lifecycle, repository } from './support.ts';
import { outputsOf, REGISTRIES } from './worlds.ts';

describe('outputs without a word on what they are', () => {
  it.each(Object.entries(REGISTRIES))('are known by their keys: %s', (_, real) => {
    const files = outputsOf(real);
    const sorted = sortOutputs(Object.values(files).flat());
    const names = (given: ImportFiles) =>
      Object.fromEntries(
        Object.entries({ ...given }).map(([kind, list]) => [kind, list.map(({ name }) => name).sort()]),
      );
    expect(names(sorted)).toEqual(names(files));
  });

  it.each<[keyof ImportFiles, unknown]>([
    ['repositories', [repository('a1')]],
    ['repositories', repository('a1')],
    ['policies', lifecycle('a1', keep(1))],
    ['repositoryPolicies', access('a1', { Statement: [] })],
    ['registry', { registryId: '1', policyText: '{}' }],
    ['tags', { tags: [] }],
    ['registry', { name: 'BLOB_MOUNTING', value: 'ENABLED' }],
    ['cacheRules', { pullThroughCacheRules: [] }],
  ])('%s', (kind, content) => {
    const sorted = sortOutputs([file('r.json', { repositories: [] }), file('x.json', content)]);
    expect(sorted[kind].map(({ name }) => name)).toContain('x.json');
  });

  it('are refused where none lists repositories, or one is something else', () => {
    expect(() => sortOutputs([file('t.json', { tags: [] })])).toThrow(/none of the files lists repositories/);
    expect(() => sortOutputs([file('t.json', { images: [] })])).toThrow(/t.json is not output of aws ecr/);
  });
});
