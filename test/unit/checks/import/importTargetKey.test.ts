import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, COUNT, FOR_EACH, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-target-key';

describe(ID, () => {
  it('is reported at the target', () => {
    checkOnly(ID, block(marked('aws_ecr_repository.app', 'error import-target-key using count')) + repository(COUNT));
    checkOnly(
      ID,
      block(marked('aws_ecr_repository.app', 'error import-target-key using for_each')) + repository(FOR_EACH),
    );
    checkOnly(ID, block(marked('aws_ecr_repository.app["a"]', 'error import-target-key neither')) + repository());
  });

  it.each([
    block('aws_ecr_repository.app[0]') + repository(COUNT),
    block('aws_ecr_repository.app["app"]') + repository(FOR_EACH),
    block('aws_ecr_repository.app[each.key]', 'each.key', FOR_EACH) + repository(FOR_EACH),
    block('aws_ecr_repository.app') + repository(),
    block('module.m.aws_ecr_repository.app["a"]') + repository(),
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('adds or removes the key', () => {
    const counted = block('aws_ecr_repository.app') + repository(COUNT);
    expect(fix(counted, 'Change it to aws_ecr_repository.app[0]')).toBe(
      block('aws_ecr_repository.app[0]') + repository(COUNT),
    );
    const each = (to: string) => block(to, 'each.key', FOR_EACH) + repository(FOR_EACH);
    expect(fix(each('aws_ecr_repository.app'), 'Change it to aws_ecr_repository.app[each.key]')).toBe(
      each('aws_ecr_repository.app[each.key]'),
    );
    expect(fix(block('aws_ecr_repository.app[0]') + repository(), 'Change it to aws_ecr_repository.app')).toBe(
      block('aws_ecr_repository.app') + repository(),
    );
    expect(fixTitlesOnly(ID, block('aws_ecr_repository.app') + repository(FOR_EACH))).toEqual([]);
  });
});
