import { describe, expect, it } from 'vitest';
import { Module } from '../../../../server/src/module/module.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { checkOnly, onlyCheck, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, FOR_EACH, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-duplicate';

describe(ID, () => {
  const app = 'aws_ecr_repository.app';
  const other = (more = '') => repository(more).replaceAll('"app"', '"other"').replace('= "other"', '= "app"');

  it('is reported at the later target', () => {
    const first = block(app);
    checkOnly(ID, first + block(marked(app, 'error import-duplicate Duplicate')) + repository());
    checkOnly(ID, { 'a.tf': first + repository(), 'b.tf': block(marked(app, 'error import-duplicate')) });
    checkOnly(ID, {
      'a.tf': block(`${app}["a"]`, 'var.a') + repository(FOR_EACH),
      'b.tf': block(marked(`${app}["a"]`, 'error import-duplicate'), 'var.b') + block(`${app}["b"]`, 'var.b'),
    });
  });

  it('is reported at the later id', () => {
    checkOnly(
      ID,
      block(app) +
        block('aws_ecr_repository.other', marked('"app"', 'warning import-duplicate two resources')) +
        repository() +
        other(),
    );
  });

  it.each([
    block(app) + block('aws_ecr_lifecycle_policy.app') + repository(),
    block(app) + block('aws_ecr_repository.other') + repository() + other('  provider = aws.us\n'),
    block(app) + block('aws_ecr_repository.other') + repository() + other('  region = "us-east-1"\n'),
    block(app) + block('module.m.aws_ecr_repository.app') + repository(),
    block(app, 'var.id') + block('aws_ecr_repository.other', 'var.id') + repository() + other(),
    block(`${app}[each.key]`, 'each.key', FOR_EACH).repeat(2) + repository(FOR_EACH),
    block(`${app}[local.a]`, 'var.a') + block(`${app}[local.a]`, 'var.a') + repository(FOR_EACH),
  ])('says nothing of %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('a block that comes or goes changes what is said of the other', () => {
    const finder = new ProblemFinder(() => undefined, onlyCheck(ID));
    const module = new Module();
    module.setFile('b.tf', block(app) + repository());
    const ids = () => finder.problemsOf(module).map(({ ruleId }) => ruleId);
    expect(ids()).toEqual([]);
    module.setFile('a.tf', block(app));
    expect(ids()).toEqual(['import-duplicate']);
    module.removeFile('a.tf');
    expect(ids()).toEqual([]);
  });
});
