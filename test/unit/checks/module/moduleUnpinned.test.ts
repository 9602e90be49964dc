import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { call, cloudposse, lgallard, tam, template } from '../support/moduleCalls.ts';

const ID = 'module-unpinned';

describe(ID, () => {
  it.each([
    ['hint', tam('', '')],
    ['hint', cloudposse('', '')],
    ['hint', lgallard('', '')],
    ['hint', template('', '')],
    ['hint', call('registry.terraform.io/terraform-aws-modules/ecr/aws', '')],
    ['hint', call('registry.opentofu.org/cloudposse/ecr/aws', '')],
    ['hint', call('Cloudposse/ecr/aws', '')],
    ['hint', call('cloudposse/ecr/aws//modules/scanning_configuration', '')],
  ])('speaks of what is wrong: %s', (severity, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`${severity} ${ID}`]);
  });

  it.each([
    tam(''),
    cloudposse('', '>= 0.1'),
    tam('', 'x'),
    call('git::https://github.com/cloudposse/terraform-aws-ecr.git', ''),
    call('github.com/cloudposse/terraform-aws-ecr', ''),
    call('./ecr', ''),
    call('terraform-aws-modules/vpc/aws', ''),
    call('app.terraform.io/cloudposse/ecr/aws', ''),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
