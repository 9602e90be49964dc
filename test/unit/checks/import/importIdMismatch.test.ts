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
});
