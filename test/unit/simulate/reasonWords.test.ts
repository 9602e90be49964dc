import { describe, expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import { ruleClause } from '../../../server/src/ecr/documents/lifecycle/words/ruleSentence.ts';
import type { CountType } from '../../../server/src/facts/lifecycle/ruleValues.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import type { Cause } from '../../../server/src/simulate/run/outcome.ts';
import { reasonOf } from '../../../server/src/simulate/run/reason.ts';

const NOW = Date.UTC(2026, 10, 1);
const DAY = 24 * 60 * 60 * 1000;

function ruleOf(countType: CountType, countNumber: number): SimulatedRule {
  const isArchive = countType === 'sinceImageTransitioned';
  const storageClass = isArchive ? 'archive' : 'standard';
  return { priority: 1, requirement: { kind: 'any' }, action: 'expire', countType, countNumber, storageClass };
}

function reason(rule: SimulatedRule, cause: Cause, age: number): string {
  const pushedAt = NOW - age * DAY;
  const image = imageOf('sha256:a', { pushedAt, pulledAt: pushedAt, archivedAt: pushedAt });
  const common = { image, verdict: 'keep', rule: null, claimedBy: rule, other: null, when: null } as const;
  return reasonOf({ ...common, cause, measure: cause.endsWith('count') ? 3 : pushedAt }, NOW);
}

describe('why an image goes or stays', () => {
  it.each([
    ['sinceImagePushed', 1, 'pushed more than 1 day ago'],
    ['sinceImagePushed', 14, 'pushed more than 14 days ago'],
    ['sinceImageTransitioned', 90, 'archived more than 90 days ago'],
    ['sinceImageTransitioned', 1, 'archived more than 1 day ago'],
  ] as const)('is said in the words on the rule: %s %i', (countType, count, words) => {
    const rule = ruleOf(countType, count);
    expect(ruleClause(rule)).toContain(words);
    expect(reason(rule, 'old', count + 3)).toContain(words);
    expect(reason(rule, 'young', 0.5)).toContain(words);
    expect(reason(rule, 'undated', 0)).toContain(words);
  });

  it.each([
    ['imageCountMoreThan', 1, 'the newest image'],
    ['imageCountMoreThan', 5, 'the newest 5 images'],
  ] as const)('is said by number: %s %i', (countType, count, words) => {
    const rule = ruleOf(countType, count);
    expect(reason(rule, 'beyond-count', 0)).toContain(`keeps ${words} that it selects`);
    expect(reason(rule, 'within-count', 0)).toContain(`keeps ${words} that it selects`);
    expect(reason(rule, 'undated', 0)).toContain(`keeps ${words}`);
  });

  it.each([
    ['expire', 'expires'],
    ['archive', 'archives'],
  ] as const)('names the action as the rule does: %s', (action, word) => {
    const rule = { ...ruleOf('sinceImagePushed', 5), action };
    expect(ruleClause(rule)).toMatch(new RegExp(`^${word} `));
    expect(reason(rule, 'old', 9)).toContain(`Rule 1 ${word} what was pushed`);
  });

  it('says of a pull what the sentence on the rule says', () => {
    expect(reason(ruleOf('sinceImagePulled', 30), 'old', 40)).toContain('last pulled more than 30 days ago');
  });
});
