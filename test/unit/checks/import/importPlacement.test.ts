import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixModule, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, COUNT, repository } from '../support/importBlocks.ts';

const ID = 'import-placement';

describe(ID, () => {
  const inside = (nested: string, repetition = '') => repository(`${repetition}${nested}`);
  const nested = '  import {\n    id = "app"\n  }\n';

  it('is reported at the block inside a resource, and moves it out', () => {
    checkOnly(ID, inside('  import {\n  ^^^^^^ error import-placement top level\n    id = "app"\n  }\n'));
    const title = 'Move it out of the resource';
    expect(fix(inside(nested), title)).toBe(
      repository().replace('}\n\nresource', `}\n\n${block('aws_ecr_repository.app')}\nresource`),
    );
    expect(fixTitlesOnly(ID, inside(nested, COUNT))).toEqual([]);
  });

  it('is reported at the first label, and removes it', () => {
    const labelled = block('aws_ecr_repository.app').replace('import', 'import "aws_ecr_repository" "app"');
    checkOnly(
      ID,
      labelled.replace('{\n', `{\n       ${'^'.repeat(20)} error import-placement No labels\n`) + repository(),
    );
    expect(fix(labelled + repository(), 'Remove the labels')).toBe(block('aws_ecr_repository.app') + repository());
  });

  it('leaves blocks of other resources alone', () => {
    expect(ruleIdsOnly(ID, `resource "thing" "t" {\n${nested}}\n`)).toEqual([]);
  });
});

const asking = (version: string) => (version === '' ? '' : `terraform {\n  required_version = "${version}"\n}\n`);

const CHILD = `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
import {
  to = aws_ecr_repository.app
  id = "team/app"
}
`;

const files = (root: string, child: string, more: Readonly<Record<string, string>> = {}) => ({
  'main.tf': `module "child" {\n  source = "./child"\n}\n${asking(root)}`,
  'child/main.tf': `${CHILD}${asking(child)}`,
  ...more,
});

const TOFU_LOCK = 'provider "registry.opentofu.org/hashicorp/aws" {\n  version = "6.20.0"\n}\n';

const TERRAFORM_LOCK = TOFU_LOCK.replace('opentofu.org', 'terraform.io');

describe('an import block in a called module', () => {
  it.each([
    ['>= 1.16.0', '', []],
    ['', '>= 1.16', []],
    ['>= 1.5', '~> 1.17', []],
    ['>= 1.16', '>= 1.5', []],
    ['', '', ['hint']],
    ['>= 1.5', '', ['hint']],
    ['', '~> 1.5', ['hint']],
    ['>= 1.5, != 1.16.0', '', ['hint']],
    ['< 1.16', '', ['error']],
    ['~> 1.15.0', '>= 1.5', ['error']],
    ['', '~> 1.11.0', ['error']],
    ['>= 1.16', '>= 1.5, < 1.16', ['error']],
  ])('with Terraform %j in the root and %j in the module', (root, child, severities) => {
    expect(ruleIdsOnly(ID, files(root, child))).toEqual(severities.map((severity) => `${severity} import-placement`));
  });

  it.each([
    [{ '.terraform.lock.hcl': TOFU_LOCK }, ['error import-placement']],
    [{ 'child/.terraform.lock.hcl': TOFU_LOCK }, ['error import-placement']],
    [{ 'more.tofu': '' }, ['error import-placement']],
    [{ 'child/more.tofu': '' }, ['error import-placement']],
    [{ '.terraform.lock.hcl': TERRAFORM_LOCK }, []],
  ])('with OpenTofu it is refused: %j', (more, ids) => {
    expect(ruleIdsOnly(ID, files('>= 1.16', '', more))).toEqual(ids);
  });

  it('may be asked for', () => {
    const title = 'Raise the constraint to ">= 1.16"';
    expect(fixModule(files('', '>= 1.5'), title)['child/main.tf']).toBe(`${CHILD}${asking('>= 1.16')}`);
  });

  it('is not looked at where nothing is of ECR', () => {
    const child = 'resource "thing" "t" {}\nimport {\n  to = thing.t\n  id = "t"\n}\n';
    expect(ruleIdsOnly(ID, { ...files('< 1.16', ''), 'child/main.tf': child })).toEqual([]);
  });
});
