import { expect, it } from 'vitest';
import { MADE_UP } from '../../../server/src/simulate/input/madeUpImages.ts';
import { simulationOf } from '../../../server/src/simulate/run/simulationOf.ts';
import { spellingsOf } from '../support/policyTexts.ts';
import { image, NOW, policyIn } from './support.ts';

const policy = (countNumber: number) =>
  policyIn(
    spellingsOf({
      rules: [
        {
          rulePriority: 1,
          selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber },
          action: { type: 'expire' },
        },
      ],
    }).heredoc,
  );

it('simulates a policy over the images there are, or over made-up ones', () => {
  const verdicts = (images: Parameters<typeof simulationOf>[1]) => {
    const read = simulationOf(policy(5), images, NOW);
    return read.kind === 'simulation'
      ? read.simulation.outcomes.map((outcome) => [outcome.image.digest, outcome.verdict])
      : read;
  };
  expect(verdicts([image('a', [], 9), image('b', ['v1'], 2)])).toEqual([
    ['a', 'expire'],
    ['b', 'keep'],
  ]);
  expect(verdicts([])).toEqual([]);
  expect(verdicts(null)).toContainEqual([`${MADE_UP}rule-1-image-1`, 'expire']);
});

it('says what prevents a simulation', () => {
  const read = simulationOf(policy(0), [], NOW);
  expect(read.kind === 'obstacles' && read.obstacles.map(({ message }) => message)).toEqual([
    'countNumber must be a whole number of 1 or more.',
  ]);
});
