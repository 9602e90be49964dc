import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'argument-conflict';

const rule = (prefix: string, upstream: string) => `resource "aws_ecr_pull_through_cache_rule" "r" {
  ecr_repository_prefix      = ${prefix}
  upstream_registry_url      = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
  custom_role_arn            = aws_iam_role.cache.arn
  upstream_repository_prefix = ${upstream}
}
`;

describe('ROOT beside an upstream prefix', () => {
  it.each([
    rule('"ROOT"', '"team"'),
    rule('"ROOT"', '"team/"'),
    rule('local.prefix', '"team"').concat('locals {\n  prefix = "ROOT"\n}\n'),
    rule('"ROOT"', '"${var.team}/x"'),
  ])('is refused: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    rule('"ROOT"', 'null'),
    rule('"ROOT"', '"ROOT"'),
    rule('"team"', '"team"'),
    rule('"team"', '"ROOT"'),
    rule('var.prefix', '"team"'),
    rule('"ROOT"', 'var.prefix'),
  ])('is nothing in %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
