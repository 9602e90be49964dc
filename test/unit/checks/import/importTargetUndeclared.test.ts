import { describe, expect, it } from 'vitest';
import { beginFix, checkOnly, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-target-undeclared';

describe(ID, () => {
  it('is reported at the target', () => {
    checkOnly(
      ID,
      block(marked('aws_ecr_repository.other', 'error import-target-undeclared does not exist')) + repository(),
    );
    checkOnly(ID, block(marked('aws_ecr_repository.other["a"]', 'error import-target-undeclared')) + repository());
    checkOnly(ID, {
      'a.tf': block(marked('aws_s3_bucket.app', 'error import-target-undeclared')),
      'b.tf': repository(),
    });
  });

  it.each([
    block('aws_ecr_repository.app'),
    block('module.ecr.aws_ecr_repository.other'),
    block('aws_ecr_repository.other', '"app"', '  provider = aws.eu\n'),
    block('module.ecr.aws_ecr_repository.app'),
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, { 'a.tf': text, 'b.tf': repository() })).toEqual([]);
  });

  it('adds a repository with the name', () => {
    const text = block('aws_ecr_repository.other') + repository();
    expect(fixTitlesOnly(ID, text)).toEqual(['choice: Add the resource aws_ecr_repository.other']);
    expect(beginFix(text, 'Add the resource aws_ecr_repository.other')).toBe(
      `${block('aws_ecr_repository.other')}\nresource "aws_ecr_repository" "other" {\n  name = "app"\n}\n${repository()}`,
    );
    for (const other of [
      block('aws_ecr_lifecycle_policy.other'),
      block('aws_ecr_repository.other["a"]'),
      block('aws_ecr_repository.other', 'var.id'),
    ]) {
      expect(fixTitlesOnly(ID, other)).toEqual([]);
    }
  });
});
