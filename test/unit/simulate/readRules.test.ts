import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../server/src/syntax/edit/term.ts';
import { textOf } from '../../../server/src/syntax/tree/place.ts';
import vectors from '../../vectors/validate.json';
import { spellingsOf } from '../support/policyTexts.ts';
import { readText, rulesOf } from './support.ts';

interface Vector {
  readonly id: string;
  readonly expect: string;
  readonly policy?: JsonValue;
}

/** What prevents simulating a text: kind, message and the source that it is about. */
function obstaclesOf(text: string): string[] {
  const read = readText(text);
  return read.kind === 'rules'
    ? []
    : read.obstacles.map(({ kind, message, place }) => `${kind}: ${message} <${textOf(place).split('\n')[0]}>`);
}

const policy = (rule: string) => `
  resource "aws_ecr_lifecycle_policy" "p" {
    repository = "app"
    policy = jsonencode({ rules = [{ rulePriority = 1, ${rule} }] })
  }
`;

describe('the rules of a policy', () => {
  it('are read by priority', () => {
    const text = (priority: number, selection: JsonValue, action: JsonValue) => ({
      rulePriority: priority,
      description: 'some words',
      selection,
      action,
    });
    const archived = {
      tagStatus: 'any',
      storageClass: 'archive',
      countType: 'sinceImageTransitioned',
      countUnit: 'days',
      countNumber: 90,
    };
    const tagged = { tagStatus: 'tagged', tagPrefixList: ['v', 'w'], countType: 'imageCountMoreThan', countNumber: 5 };
    const rules = [
      text(7, archived, { type: 'expire' }),
      text(3, tagged, { type: 'transition', targetStorageClass: 'archive' }),
    ];
    expect(rulesOf({ rules })).toEqual([
      {
        priority: 3,
        requirement: {
          kind: 'tagged',
          entries: [
            { kind: 'prefix', text: 'v' },
            { kind: 'prefix', text: 'w' },
          ],
        },
        storageClass: 'standard',
        countType: 'imageCountMoreThan',
        countNumber: 5,
        action: 'archive',
      },
      {
        priority: 7,
        requirement: { kind: 'any' },
        storageClass: 'archive',
        countType: 'sinceImageTransitioned',
        countNumber: 90,
        action: 'expire',
      },
    ]);
  });

  const known = (vectors as readonly Vector[]).flatMap(({ id, expect: verdict, policy: value }) =>
    value === undefined
      ? []
      : Object.entries(spellingsOf(value)).map(([spelling, text]) => ({ id, verdict, spelling, text })),
  );

  it.each(known.filter(({ verdict }) => verdict === 'ok' || verdict === 'warn'))('of $id in $spelling', ({ text }) => {
    expect(obstaclesOf(text)).toEqual([]);
  });

  it.each(known.filter(({ verdict }) => verdict === 'reject'))('of $id in $spelling are refused', ({ text }) => {
    const obstacles = obstaclesOf(text);
    expect(obstacles.length).toBeGreaterThan(0);
    expect(obstacles.filter((obstacle) => !obstacle.startsWith('refused'))).toEqual([]);
  });

  it('are not guessed', () => {
    const text = policy(
      'description = var.d, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" }',
    );
    expect(obstaclesOf(text)).toEqual([expect.stringMatching(/^unknown: countNumber is not known: .+ <var.keep>$/)]);
    const open = policy('selection = merge({ tagStatus = "any" }, var.more), action = { type = "expire" }');
    expect(obstaclesOf(open).every((obstacle) => obstacle.startsWith('unknown: '))).toBe(true);
    const whole = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = var.p\n}\n';
    expect(obstaclesOf(whole)).toEqual([expect.stringMatching(/^unknown: The policy is not known.* <var.p>$/)]);
  });

  it('are told where AWS refuses them', () => {
    const text = policy(
      'selection = { tagStatus = "tagged", countType = "sinceImagePushed", countNumber = 3 }, action = { type = "transition" }',
    );
    expect(obstaclesOf(text)).toEqual([
      'refused: tagStatus tagged needs tagPatternList or tagPrefixList. <"tagged">',
      'refused: sinceImagePushed needs countUnit. <"sinceImagePushed">',
      'refused: transition needs targetStorageClass. <"transition">',
    ]);
  });
});
