import { describe, expect, it } from 'vitest';
import { fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'cache-role-needs-ecr';

describe(ID, () => {
  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "ghcr.io"
  custom_role_arn = "arn:aws:iam::111122223333:role/cache"
  credential_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "public.ecr.aws"
  custom_role_arn = "arn:aws:iam::111122223333:role/cache"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "registry-1.docker.io"
  custom_role_arn = "arn:aws:iam::111122223333:role/cache"
  credential_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
  custom_role_arn = aws_iam_role.cache.arn
}
`,
  ])('speaks of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
  custom_role_arn = aws_iam_role.cache.arn
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
  custom_role_arn = null
}
`,
  ])('is silent on what is right: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it.each([
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
  custom_role_arn = var.role
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = var.url
  custom_role_arn = aws_iam_role.cache.arn
}
`,
    `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "\${var.account}.dkr.ecr.eu-west-1.amazonaws.com"
  custom_role_arn = aws_iam_role.cache.arn
}
`,
  ])('is silent on what is not known: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('offers Remove custom_role_arn', () => {
    expect(
      fix(
        `resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
  custom_role_arn       = aws_iam_role.cache.arn
}
`,
        'Remove custom_role_arn',
      ),
    ).toBe(`resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "hub"
  upstream_registry_url = "quay.io"
}
`);
  });
});
