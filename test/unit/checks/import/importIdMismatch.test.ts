import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, COUNT, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-id-mismatch';

describe(ID, () => {
  const target = 'aws_ecr_repository.app';

  it('is reported at the id, and mends either', () => {
    checkOnly(ID, block(target, marked('"old"', 'warning import-id-mismatch is for "app"')) + repository());
    expect(fix(block(target, '"old"') + repository(), 'Change the id to app')).toBe(block(target) + repository());
    expect(fixTitlesOnly(ID, block(target, '"old"') + repository())).toEqual([
      'choice: Change the id to app',
      'choice: Change the name to old',
    ]);
  });

  it('looks through a reference to the repository', () => {
    const policy = 'aws_ecr_lifecycle_policy.app';
    expect(ruleIdsOnly(ID, block(policy, '"old"') + repository())).toEqual(['warning import-id-mismatch']);
    const referring = repository().replace('repository = "app"', 'repository = aws_ecr_repository.app.name');
    expect(ruleIdsOnly(ID, block(policy, '"old"') + referring)).toEqual(['warning import-id-mismatch']);
    expect(ruleIdsOnly(ID, block(policy) + referring)).toEqual([]);
    expect(ruleIdsOnly(ID, block(policy, '"old"') + referring.replace('app.name', 'app.arn'))).toEqual([]);
  });

  it.each([
    block(target, '"app@eu-west-1"') + repository(),
    block(target, 'var.id') + repository(),
    block(target, '"old"') + repository('', 'var.name'),
    block(`${target}[0]`, '"old"') + repository(COUNT),
    block(target, '"old"') + repository('  lifecycle {\n    ignore_changes = [name]\n  }\n'),
    block(`module.m.${target}`, '"old"') + repository(),
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  const rule = (prefix: string, rest = '') =>
    `resource "aws_ecr_pull_through_cache_rule" "app" {\n  ecr_repository_prefix = ${prefix}\n  upstream_registry_url = "quay.io"\n${rest}}\n`;
  const template = (prefix: string) =>
    `resource "aws_ecr_repository_creation_template" "app" {\n  prefix      = ${prefix}\n  applied_for = ["PULL_THROUGH_CACHE"]\n}\n`;
  const cache = 'aws_ecr_pull_through_cache_rule.app';
  const creation = 'aws_ecr_repository_creation_template.app';

  it.each([
    block(cache, '"quay-io"') + rule('"quay"'),
    block(cache, '"quay"') + rule('"quay-io"'),
    block(cache, '"team/quay"') + rule('"quay"'),
    `${block(cache, '"quay-io"')}locals {\n  prefix = "quay"\n}\n${rule('local.prefix')}`,
    block(creation, '"team-b"') + template('"team-a"'),
    block(creation, '"ROOT"') + template('"team-a"'),
    block(creation, '"team-a"') + template('"ROOT"'),
    block(cache, '"quay-io@eu-west-1"') + rule('"quay"'),
  ])('is reported for the prefix of a rule or a template: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(['warning import-id-mismatch']);
  });

  it('mends the id or the prefix', () => {
    expect(fixTitlesOnly(ID, block(cache, '"quay-io"') + rule('"quay"'))).toEqual([
      'choice: Change the id to quay',
      'choice: Change the prefix to quay-io',
    ]);
  });

  it.each([
    block(cache, '"quay"') + rule('"quay"'),
    block(cache, '"quay@eu-west-1"') + rule('"quay"'),
    block(cache, '"quay-io"') + rule('var.prefix'),
    block(cache, 'var.id') + rule('"quay"'),
    block(cache, '"Quay"') + rule('"quay"'),
    block(cache, '"quay-io"') + rule('"quay"', '  lifecycle {\n    ignore_changes = [ecr_repository_prefix]\n  }\n'),
    block(creation, '"ROOT"') + template('"ROOT"'),
    block(creation, '"team-b"') + template('var.prefix'),
  ])('says nothing of a prefix: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
