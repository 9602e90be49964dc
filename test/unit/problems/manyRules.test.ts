import { describe, expect, it } from 'vitest';
import { ruleIds } from '../support/checkProblems.ts';

const policy = (count: number) => {
  const rules = Array.from(
    { length: count },
    (_, index) =>
      `{ rulePriority = ${index + 1}, selection = { tagStatus = "tagged", tagPatternList = ["same"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }`,
  );
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy = jsonencode({ rules = [\n${rules.join(',\n')}\n] })\n}\n`;
};

describe('a policy of more rules than AWS takes', () => {
  it('is told what its rules do to each other while someone may still cut it down', () => {
    const ids = ruleIds(policy(60));
    expect(ids).toContain('error policy-rule-count');
    expect(ids).toContain('warning rule-tag-list-repeated');
  });

  it('is told only that when it has many times as many', () => {
    expect(ruleIds(policy(5_000)).sort()).toEqual(['error policy-length', 'error policy-rule-count']);
  });
});
