import { describe, expect, it } from 'vitest';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import { describeProblem } from '../../../server/src/simulate/input/inputProblem.ts';
import { readImages } from '../../../server/src/simulate/input/readImages.ts';
import { readManifests, withManifests } from '../../../server/src/simulate/input/readManifests.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { cpuSecondsOf, MUCH } from '../support/cpuTime.ts';
import { NOW, rule } from './support.ts';

const detail = (digest: string, more: object = {}) => ({
  registryId: '012345678901',
  repositoryName: 'app',
  imageDigest: digest,
  imageTags: ['v1'],
  imageSizeInBytes: 1000,
  imagePushedAt: '2025-12-01T10:00:00.500000+02:00',
  ...more,
});

function problemsOf(input: unknown): string[] {
  return readImages(typeof input === 'string' ? input : JSON.stringify(input)).problems.map(describeProblem);
}

describe('output of describe-images', () => {
  it('is read with every field that matters', () => {
    const page = {
      imageDetails: [
        detail('sha256:a', {
          imageStatus: 'ARCHIVED',
          lastRecordedPullTime: 1_764_547_200.25,
          lastArchivedAt: '2025-12-05T00:00:00Z',
          lastActivatedAt: '2025-12-04T00:00:00+0000',
          subjectManifestDigest: 'sha256:b',
        }),
        detail('sha256:b', {
          imageTags: undefined,
          imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
        }),
      ],
    };
    expect(readImages(JSON.stringify(page))).toEqual({
      images: [
        {
          digest: 'sha256:a',
          tags: ['v1'],
          state: 'archive',
          bytes: 1000,
          pushedAt: Date.UTC(2025, 11, 1, 8, 0, 0, 500),
          pulledAt: Date.UTC(2025, 11, 1, 0, 0, 0, 250),
          archivedAt: Date.UTC(2025, 11, 5),
          activatedAt: Date.UTC(2025, 11, 4),
          subject: 'sha256:b',
          children: [],
        },
        imageOf('sha256:b', { bytes: 1000, pushedAt: Date.UTC(2025, 11, 1, 8, 0, 0, 500), children: null }),
      ],
      problems: [],
      undated: 0,
    });
  });

  it('may be pages after each other, a bare list, and begin with a byte order mark', () => {
    const pages = `${JSON.stringify({ imageDetails: [detail('a')] }, null, 2)}\n{"imageDetails":[${JSON.stringify(detail('b"]}'))}]}[]`;
    const digests = (text: string) => readImages(text).images.map(({ digest }) => digest);
    expect(digests(pages)).toEqual(['a', 'b"]}']);
    expect(digests(`\uFEFF${JSON.stringify([detail('c')])}`)).toEqual(['c']);
    expect(problemsOf(pages)).toEqual([]);
  });

  it('loses only the records that cannot be used, and says which', () => {
    const input = [
      detail('a', { imagePushedAt: 'yesterday' }),
      detail('b', { imageTags: 'v1' }),
      7,
      { imageTags: ['x'] },
      detail('c', { imageStatus: 'MELTED' }),
      detail('a'),
      detail('d', { repositoryName: 'other' }),
      detail('e', { repositoryName: 'other' }),
      detail('f', { imageSizeInBytes: 'big', imagePushedAt: '2025-12-01T10:00:00' }),
      detail('g', { imagePushedAt: 1_764_547_200_000 }),
    ];
    expect(problemsOf(input)).toEqual([
      'record 1, imagePushedAt: "yesterday" is not a date with a time zone; it is left out',
      'record 2, imageTags: is not a list of strings',
      'record 3: is not an object; it is skipped',
      'record 4, imageDigest: is missing; the record is left out',
      'record 5, imageStatus: "MELTED" is not known; the record is left out',
      'record 6, imageDigest: is already in an earlier record; this one is skipped',
      'record 7, repositoryName: is other, while the records before are of app; those of other are left out',
      'record 9, imageSizeInBytes: is not a number of 0 or more; it is left out',
      'record 9, imagePushedAt: "2025-12-01T10:00:00" is not a date with a time zone; it is left out',
      'record 10, imagePushedAt: 1764547200000 is not a date with a time zone; it is left out',
    ]);
    const { images, undated } = readImages(JSON.stringify(input));
    expect([images.map(({ digest }) => digest), undated]).toEqual([['a', 'f', 'g'], 3]);
  });

  it('may be no such output at all', () => {
    expect(problemsOf(' \n')).toEqual(['The input is empty.']);
    expect(problemsOf('An error occurred (RepositoryNotFoundException)')).toEqual([
      'This is not JSON; give what aws ecr describe-images prints with --output json.',
    ]);
    expect(problemsOf(`[]\n${JSON.stringify([detail('a')]).slice(0, -3)}`)).toEqual([
      'Line 2: what begins here is not JSON, or it is not complete.',
    ]);
    expect(problemsOf('{"repositories":[]} 5')).toEqual([
      'Line 1: the page has neither imageDetails nor imageIds.',
      'Line 1: a page of images is an object or a list.',
    ]);
    expect(problemsOf('5')).toEqual(['Line 1: a page of images is an object or a list.']);
    expect(problemsOf({ images: [] })).toEqual([
      'Line 1: this is what batch-get-image prints, which has no dates; it can only be given as manifests.',
    ]);
  });
});

describe('output of list-images', () => {
  it('gives images with all their tags and no dates, so that age is not known', () => {
    const ids = [{ imageDigest: 'a', imageTag: 'v1' }, { imageDigest: 'b' }, { imageDigest: 'a', imageTag: 'latest' }];
    const { images, undated, problems } = readImages(JSON.stringify({ imageIds: ids }));
    expect([images, undated, problems]).toEqual([[imageOf('a', { tags: ['v1', 'latest'] }), imageOf('b')], 2, []]);
    const { outcomes } = simulate([rule(1, null, 'sinceImagePushed', 1)], images, NOW);
    expect(outcomes.map(({ verdict, cause }) => [verdict, cause])).toEqual([
      ['unknown', 'undated'],
      ['unknown', 'undated'],
    ]);
  });
});

describe('output of batch-get-image', () => {
  const index = {
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: [{ digest: 'amd' }, { digest: 'arm' }],
  };
  const record = (digest: string, manifest: unknown) => ({
    imageId: { imageDigest: digest },
    imageManifest: JSON.stringify(manifest),
  });

  it('tells what an index refers to and what an image is attached to', () => {
    const { manifests, problems } = readManifests(
      JSON.stringify({
        images: [record('index', index), record('sbom', { layers: [], subject: { digest: 'amd' } })],
        failures: [],
      }),
    );
    expect(problems).toEqual([]);
    const images = withManifests([imageOf('index', { children: null }), imageOf('sbom'), imageOf('amd')], manifests);
    expect(images.map(({ children, subject }) => [children, subject])).toEqual([
      [['amd', 'arm'], null],
      [[], 'amd'],
      [[], null],
    ]);
  });

  it('loses only what cannot be read', () => {
    const images = [
      record('a', index),
      {},
      { imageId: { imageDigest: 'b' }, imageManifest: '{' },
      record('c', { manifests: [3] }),
    ];
    const { manifests, problems } = readManifests(`${JSON.stringify({ images })} {}`);
    expect([...manifests.keys()]).toEqual(['a']);
    expect(problems.map(describeProblem)).toEqual([
      'record 2, imageId.imageDigest: cannot be read; it is left out',
      'record 3, imageManifest: cannot be read; it is left out',
      'record 4, imageManifest: cannot be read; it is left out',
      'Line 1: no list of images begins here.',
    ]);
  });
});

describe('a long input', () => {
  it('is read in time that grows with it', () => {
    const page = JSON.stringify({ imageDetails: Array.from({ length: 2000 }, (_, index) => detail(`d${index}`)) });
    const text = Array.from({ length: 5 }, (_, index) => page.replaceAll('"d', `"p${index}d`)).join('\n');
    const read = () => {
      expect(readImages(text).images).toHaveLength(10_000);
      expect(readImages('['.repeat(400_000)).problems).toHaveLength(1);
      expect(readImages(`[]"${'x'.repeat(3_000_000)}`).problems).toHaveLength(1);
      expect(readImages('"'.repeat(400_001)).problems.length).toBeGreaterThan(0);
    };
    expect(cpuSecondsOf(read)).toBeLessThan(MUCH);
  });
});
