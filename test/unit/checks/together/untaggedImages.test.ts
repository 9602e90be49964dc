import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { ruleIds } from '../../support/checkProblems.ts';
import { policy, status } from '../support/tagRulePolicies.ts';

/** The findings of the checks for untagged images and mutable tags; other hints do not matter here. */
const ids = (text: string) =>
  ruleIds(text, DEFAULT_PROBLEM_SETTINGS).filter((found) =>
    /(policy-growth|policy-untagged-immutable|repository-mutable-tags)$/.test(found),
  );

describe('policy-growth and policy-untagged-immutable', () => {
  it('speak once of a repository whose tags never move', () => {
    const repository = (mutability: string) => `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "${mutability}"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
    const own = policy(status(1, 'untagged')).replace('"team/app"', 'aws_ecr_repository.app.name');
    expect(ids(repository('IMMUTABLE') + own)).toEqual(['hint policy-untagged-immutable']);
    expect(ids(repository('MUTABLE') + own)).toEqual(['hint repository-mutable-tags', 'hint policy-growth']);
  });
});
