import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { policy, status } from '../support/tagRulePolicies.ts';

const ID = 'policy-untagged-immutable';

describe(ID, () => {
  it('is reported for a repository whose tags never move, and for no other', () => {
    const repository = (mutability: string) => `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "${mutability}"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
    const own = policy(status(1, 'untagged')).replace('"team/app"', 'aws_ecr_repository.app.name');
    expect(ruleIdsOnly(ID, repository('IMMUTABLE') + own)).toEqual(['hint policy-untagged-immutable']);
    expect(ruleIdsOnly(ID, repository('MUTABLE') + own)).toEqual([]);
  });
});
