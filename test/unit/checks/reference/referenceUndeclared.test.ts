import { describe, expect, it } from 'vitest';
import { Workspace } from '../../../../server/src/module/workspace.ts';
import { problemsByFile } from '../../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { checkOnly, fix, onlyCheck, ruleIdsOnly, settingsFor } from '../../support/checkProblems.ts';

const ID = 'reference-undeclared';
const SETTINGS = settingsFor(ID);
const repository = (name: string, more = '') => `resource "aws_ecr_repository" "a" {\n  name = ${name}\n${more}}\n`;
const output = (value: string) => `output "x" {\n  value = ${value}\n}\n`;
const CALL = 'module "m" {\n  source = "./m"\n}\n';
const CALLED = `${repository('"app"')}output "name" {\n  value = aws_ecr_repository.a.name\n}\n`;

describe(ID, () => {
  it('speaks of what the module does not declare', () => {
    checkOnly(
      ID,
      `
variable "repository_name" {}
data "aws_ecr_repository" "d" {
  name = "app"
}
resource "aws_ecr_repository" "a" {
  name = var.repositry_name
         ^^^^^^^^^^^^^^^^^^ error reference-undeclared The nearest is var.repository_name.
  tags = local.tags
         ^^^^^^^^^^ error reference-undeclared declares no local tags
  force_delete = local.repository_name
                 ^^^^^^^^^^^^^^^^^^^^^ error reference-undeclared The nearest is var.repository_name.
}
output "x" {
  value = [aws_ecr_repository.d.arn, aws_ecr_repository.aa.arn, data.aws_ecr_repository.a.arn]
           ^^^^^^^^^^^^^^^^^^^^ error reference-undeclared data.aws_ecr_repository.d
                                     ^^^^^^^^^^^^^^^^^^^^^ error reference-undeclared
                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ error reference-undeclared
}
`,
    );
  });

  it.each([
    ['a bare word', repository('app')],
    ['a word for a root', repository('locals.name')],
    [
      'a resource of another service',
      repository(
        '"ab"',
        '  encryption_configuration {\n    encryption_type = "KMS"\n    kms_key         = aws_kms_key.main.arn\n  }\n',
      ),
    ],
    ['a module', repository('module.names.app')],
    ['self outside of its places', repository('self.arn')],
    ['a variable inside an attempt', repository('try(var.name, "ab")')],
    ['a variable inside a text', repository('"team/${var.name}"')],
    ['a variable inside a branch', repository('true ? "ab" : var.name')],
    ['a local inside a function', repository('lower(local.name)')],
    [
      'a variable of a dynamic block',
      repository(
        '"ab"',
        '  dynamic "image_scanning_configuration" {\n    for_each = var.scan\n    content {\n      scan_on_push = true\n    }\n  }\n',
      ),
    ],
    [
      'a data source of a lifecycle policy',
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "ab"\n  policy     = data.aws_ecr_lifecycle_policy_document.p.json\n}\n',
    ],
    [
      'a repository in a call',
      `module "other" {\n  source = "git::https://example.com/x.git"\n  url    = aws_ecr_repository.gone.repository_url\n}\n`,
    ],
    ['a repository in a local', 'locals {\n  url = aws_ecr_repository.gone.repository_url\n}\n'],
    [
      'a repository in another service',
      'resource "aws_lambda_function" "f" {\n  image_uri = aws_ecr_repository.gone.repository_url\n}\n',
    ],
  ])('speaks of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
  });

  it('speaks of outputs that a local module does not have', () => {
    const files = (value: string) => ({ 'main.tf': CALL + output(value), 'm/main.tf': CALLED });
    expect(ruleIdsOnly(ID, files('module.m.names'))).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, files('module.m.aws_ecr_repository.a.name'))).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, files('module.m.name'))).toEqual([]);
    expect(ruleIdsOnly(ID, files('try(module.m.names, "")'))).toEqual([]);
    expect(ruleIdsOnly(ID, { 'main.tf': CALL + output('module.m.names') })).toEqual([]);
  });

  it.each([
    [
      'what other files declare',
      { 'a.tf': repository('var.n', '  tags = local.t\n'), 'b.tf': 'variable "n" {}\nlocals {\n  t = {}\n}\n' },
    ],
    ['names of loops', { 'a.tf': repository('[for app in ["ab"] : app][0]') }],
    [
      'names of dynamic blocks',
      {
        'a.tf': repository(
          '"ab"',
          '  dynamic "image_scanning_configuration" {\n    for_each = [true]\n    iterator = each_one\n    content {\n      scan_on_push = each_one.value\n    }\n  }\n',
        ),
      },
    ],
    ['keys of objects', { 'a.tf': repository('"ab"', '  tags = { team = "a" }\n') }],
    [
      'self in a postcondition',
      {
        'a.tf': repository(
          '"ab"',
          '  lifecycle {\n    ignore_changes = [tags]\n    postcondition {\n      condition     = self.name != ""\n      error_message = "No name."\n    }\n  }\n',
        ),
      },
    ],
    ['providers', { 'a.tf': repository('"ab"', '  provider = aws.eu\n') }],
    ['words of Terraform', { 'a.tf': repository('"${terraform.workspace}-${path.module}"') }],
    ['words of OpenTofu', { 'a.tf': repository('tofu.workspace') }],
    ['another service alone', { 'a.tf': 'resource "aws_iam_role" "r" {\n  name = var.gone\n}\n' }],
    ['what is being typed', { 'a.tf': repository('var.') }],
    ['a broken block', { 'a.tf': 'resource "aws_ecr_repository" "a" {\n  name = var.gone +\n' }],
  ])('is silent about %s', (_, files) => {
    expect(ruleIdsOnly(ID, files)).toEqual([]);
  });

  it('is silent in a module that is not wholly read', () => {
    const workspace = new Workspace(undefined, { readsLater: true });
    workspace.setDiskFile('main.tf', repository('var.gone'));
    const finder = new ProblemFinder(() => undefined, onlyCheck(ID));
    const found = workspace.modules.flatMap((module) => [...problemsByFile(finder, module, DEFAULT_PROBLEM_SETTINGS)]);
    expect(found.flatMap(([, problems]) => problems)).toEqual([]);
  });

  it('takes the nearest name', () => {
    expect(fix(`variable "name" {}\n${repository('var.nam')}`, 'Use var.name', SETTINGS)).toContain('name = var.name');
    expect(fix(`locals {\n  name = "ab"\n}\n${repository('name')}`, 'Use local.name', SETTINGS)).toContain(
      'name = local.name',
    );
    const data = 'data "aws_ecr_repository" "d" {\n  name = "ab"\n}\n';
    expect(fix(data + output('aws_ecr_repository.d.arn'), 'Use data.aws_ecr_repository.d', SETTINGS)).toContain(
      '= data.aws_ecr',
    );
  });
});
