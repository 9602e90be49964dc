import { expect, test } from 'vitest';
import type { GivenImages } from '../../../server/src/review/lifecycle/givenImages.ts';
import { readImagesByRepository } from '../../../server/src/simulate/input/imagesByRepository.ts';
import { planText, reviewed } from './support.ts';

const NOW = Date.UTC(2026, 0, 31);

function details(repositoryName: string | undefined, ages: readonly number[]): object {
  return {
    imageDetails: ages.map((days) => ({
      ...(repositoryName === undefined ? {} : { repositoryName }),
      imageDigest: `sha256:${repositoryName}-${days}`,
      imageTags: [`v${days}`],
      imagePushedAt: new Date(NOW - days * 86_400_000).toISOString(),
    })),
  };
}

function given(...pages: object[]): GivenImages {
  const read = readImagesByRepository(pages.map((page) => JSON.stringify(page)).join('\n'));
  return { byRepository: new Map([...read].map(([name, { images }]) => [name, images])), now: NOW };
}

const policy = (days: number) =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: days },
        action: { type: 'expire' },
      },
    ],
  });

function review(before: number, after: number, images: GivenImages) {
  const text = planText([
    {
      address: 'aws_ecr_lifecycle_policy.a',
      actions: ['delete', 'create'],
      before: { repository: 'team/api', policy: policy(before) },
      after: { repository: 'team/api', policy: policy(after) },
    },
  ]);
  return reviewed(text, { images })[0];
}

test('counts the images of the repository that are newly deleted, with their tags', () => {
  const images = given(details('other', [10, 10.5]), details('team/api', [3, 9, 12, 40]));
  expect(review(14, 7, images)).toMatchObject({
    severity: 'warning',
    images: { expire: 2, archive: 0, keep: 0, examples: ['v9', 'v12'] },
  });
});

test('counts those that are newly kept', () => {
  const images = given(details('team/api', [9, 12]));
  expect(review(7, 14, images)).toMatchObject({ severity: 'info', images: { expire: 0, archive: 0, keep: 2 } });
});

test('is never milder than without images', () => {
  expect(review(14, 7, given(details('team/api', [1])))).toMatchObject({ severity: 'warning', images: { expire: 0 } });
});

test('says nothing of images where none of the repository were given', () => {
  expect(review(14, 7, given(details('other', [9]), details('third', [9])))).toMatchObject({ images: null });
});

test('takes records that name no repository for those of the only one', () => {
  expect(review(14, 7, given(details(undefined, [9])))).toMatchObject({ images: { expire: 1 } });
});
