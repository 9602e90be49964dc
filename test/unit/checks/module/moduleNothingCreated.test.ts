import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { call } from '../support/moduleCalls.ts';

const ID = 'module-nothing-created';

describe(ID, () => {
  it.each([
    call('clouddrove/ecr/aws', 'version = "1.3.2"'),
    call('clouddrove/ecr/aws', 'name = "a"'),
    call('clouddrove/ecr/aws', 'version = "1.3.2"\nenable_private_ecr = false'),
    call('clouddrove/ecr/aws', 'version = ">= 1.3.2"\nenable_public_ecr = null'),
    call('boldlink/ecr/aws', 'version = "2.0.0"'),
    call('boldlink/ecr/aws', ''),
    call('boldlink/ecr/aws', 'version = "~> 2.0"\ncreate_private_repository = false'),
    call('git::https://github.com/boldlink/terraform-aws-ecr.git?ref=2.0.0', ''),
  ])('speaks of what is wrong: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`warning ${ID}`]);
  });

  it.each([
    call('clouddrove/ecr/aws', 'version = "1.3.2"\nenable_private_ecr = true'),
    call('clouddrove/ecr/aws', 'version = "1.3.1"'),
    call('clouddrove/ecr/aws', 'version = "~> 1.0"'),
    call('clouddrove/ecr/aws', 'version = "1.3.2"\nenable_public_ecr = var.on'),
    call('boldlink/ecr/aws', 'version = "1.0.0"'),
    call('boldlink/ecr/aws', 'version = "2.0.0"\ncreate_public_repository = true'),
    call('boldlink/vpc/aws', ''),
    call('git::https://github.com/boldlink/terraform-aws-ecr.git?ref=main2', ''),
  ])('is silent on what is right or unknown: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
