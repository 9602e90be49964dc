import { describe, expect, it } from 'vitest';
import { fixModule, ruleIds } from '../support/checkProblems.ts';

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
    expect(ruleIds(files(root, child))).toEqual(severities.map((severity) => `${severity} import-placement`));
  });

  it.each([
    [{ '.terraform.lock.hcl': TOFU_LOCK }, ['error import-placement']],
    [{ 'child/.terraform.lock.hcl': TOFU_LOCK }, ['error import-placement']],
    [{ 'more.tofu': '' }, ['error import-placement']],
    [{ 'child/more.tofu': '' }, ['error import-placement']],
    [{ '.terraform.lock.hcl': TERRAFORM_LOCK }, []],
  ])('with OpenTofu it is refused: %j', (more, ids) => {
    expect(ruleIds(files('>= 1.16', '', more))).toEqual(ids);
  });

  it('may be asked for', () => {
    const title = 'Raise the constraint to ">= 1.16"';
    expect(fixModule(files('', '>= 1.5'), title)['child/main.tf']).toBe(`${CHILD}${asking('>= 1.16')}`);
  });

  it('is not looked at where nothing is of ECR', () => {
    const child = 'resource "thing" "t" {}\nimport {\n  to = thing.t\n  id = "t"\n}\n';
    expect(ruleIds({ ...files('< 1.16', ''), 'child/main.tf': child })).toEqual([]);
  });
});

/** Import blocks with a fault each, of which nothing is said in a module without ECR. */
describe('an import block that has nothing to do with ECR', () => {
  const blocks = [
    'import {\n  to = aws_s3_bucket.other\n  id = "b"\n}\n',
    'import {\n  to = aws_s3_bucket.b["k"]\n  id = "b"\n}\n',
    'import {\n  to = "aws_s3_bucket.b"\n  id = "b"\n}\n',
    'import {\n  to = aws_s3_bucket.b.id\n  id = "b"\n}\n',
    'import {\n  to = aws_s3_bucket.b\n}\n',
    'import {\n  to = aws_s3_bucket.b\n  id = ""\n}\n',
    'import "l" {\n  to = aws_s3_bucket.b\n  id = "b"\n}\n',
    'import {\n  to  = aws_s3_bucket.b\n  id  = "b"\n  foo = 1\n}\n',
    'import {\n  to = data.aws_s3_bucket.b\n  id = "b"\n}\n',
    'import {\n  for_each = local.x\n  to = aws_s3_bucket.b\n  id = "b"\n}\n',
  ];
  const around = 'terraform {\n  required_version = "~> 1.4.0"\n}\nresource "aws_s3_bucket" "b" {}\n';

  it.each(blocks)('%s', (text) => {
    expect(ruleIds(text + around)).toEqual([]);
    const repository = 'resource "aws_ecr_repository_policy" "p" {}\n';
    expect(ruleIds(text + around + repository).length).toBeGreaterThan(0);
    expect(ruleIds(text.replaceAll('aws_s3_bucket', 'aws_ecr_repository') + around).length).toBeGreaterThan(0);
  });
});
