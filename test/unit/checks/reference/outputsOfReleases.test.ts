import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'reference-undeclared';
const PUBLIC = 'terraform-aws-modules/ecr/aws';
const GIT = 'git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git';
const call = (source: string, version: string | null) =>
  `module "ecr" {\n  source = "${source}"\n${version === null ? '' : `  version = "${version}"\n`}  repository_name = "app"\n}\n`;
const output = (name: string) => `output "x" {\n  value = module.ecr.${name}\n}\n`;

describe(`${ID} about outputs of public modules`, () => {
  it.each([
    ['one release', PUBLIC, '3.2.0'],
    ['one release by equality', PUBLIC, '= 2.4.0'],
    ['releases that are closed', PUBLIC, '~> 2.0'],
    ['releases below one that is known', PUBLIC, '>= 1.6.0, < 3.0.0'],
    ['releases up to one that is known', PUBLIC, '>= 3.0, <= 3.2.0'],
    ['a tag', `${GIT}?ref=v3.0.0`, null],
    ['one release of another module', 'cloudposse/ecr/aws', '1.0.0'],
    ['closed releases of another module', 'lgallard/ecr/aws', '~> 1.0'],
  ])('is certain for %s', (_, source, version) => {
    expect(ruleIdsOnly(ID, call(source, version) + output('brand_new_output'))).toEqual([`error ${ID}`]);
  });

  it.each([
    ['the newest major', PUBLIC, '~> 3.0'],
    ['anything from a release on', PUBLIC, '>= 3.0'],
    ['anything from an old release on', PUBLIC, '>= 1.6.0'],
    ['no version', PUBLIC, null],
    ['anything of another module', 'cloudposse/ecr/aws', '>= 0.40.0'],
    ['everything of another module', 'lgallard/ecr/aws', '>= 0.28.0'],
  ])('is certain for %s, as for inputs, because no release that is known has it', (_, source, version) => {
    expect(ruleIdsOnly(ID, call(source, version) + output('brand_new_output'))).toEqual([`error ${ID}`]);
  });

  it.each([
    ['a branch', `${GIT}?ref=feature`, null],
    ['a release that is not known', PUBLIC, '99.0.0'],
    ['a constraint that is not known', PUBLIC, 'newest'],
  ])('is silent for %s', (_, source, version) => {
    expect(ruleIdsOnly(ID, call(source, version) + output('brand_new_output'))).toEqual([]);
  });

  it('follows an installed copy, whatever the constraint admits', () => {
    const modules = {
      Modules: [
        { Key: '', Source: '', Dir: '.' },

        { Key: 'ecr', Source: `registry.terraform.io/${PUBLIC}`, Version: '3.9.0', Dir: '.terraform/modules/ecr' },
      ],
    };
    const copy =
      'resource "aws_ecr_repository" "this" {\n  name = "app"\n}\noutput "brand_new_output" {\n  value = aws_ecr_repository.this.arn\n}\n';
    const files = (name: string) => ({
      'file:///code/main.tf': call(PUBLIC, '~> 3.0') + output(name),
      'file:///code/.terraform/modules/modules.json': JSON.stringify(modules),
      'file:///code/.terraform/modules/ecr/main.tf': copy,
    });
    expect(ruleIdsOnly(ID, files('brand_new_output'))).toEqual([]);
    expect(ruleIdsOnly(ID, files('other_output'))).toEqual([`error ${ID}`]);
  });
});
