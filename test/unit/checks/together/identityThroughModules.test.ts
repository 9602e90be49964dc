import { describe, expect, it } from 'vitest';
import { problemLines } from '../../support/checkProblems.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';
const role = (policy: string, name = 'p') =>
  `resource "aws_iam_role_policy" "${name}" {\n  role   = "r"\n  policy = ${policy}\n}\n`;
const statement = (action: string, resource: string) =>
  `jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ${action}, Resource = ${resource} }] })`;
const CALLEE = `variable "policy" {\n  type = string\n}\n${role('var.policy')}`;
const found = (files: Readonly<Record<string, string>>) =>
  problemLines(files)
    .filter((line) => / access-/.test(line))
    .map((line) => line.replace(/:\d+:\d+/, ''));
const called = (policy: string, more = REPOSITORY) => ({
  'main.tf': `${more}module "m" {\n  source = "./m"\n  policy = ${policy}\n}\n`,
  'm/main.tf': CALLEE,
});

describe('identity policies that a module hands to another', () => {
  it.each([
    [
      'an action that does not exist',
      called(statement('"ecr:PullImage"', '"*"')),
      ['main.tf warning access-identity-action'],
    ],
    [
      'a token on a repository',
      called(statement('"ecr:GetAuthorizationToken"', '"arn:aws:ecr:eu-west-1:111122223333:repository/app"')),
      ['main.tf warning access-token-resource'],
    ],
    ['the right actions', called(statement('["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]', '"*"')), []],
    ['a policy that is not known', called('var.policy'), []],
    ['a module that has nothing of ECR', called(statement('"ecr:PullImage"', '"*"'), ''), []],
    [
      'a policy of the called module itself, whose caller has ECR',
      {
        'main.tf': `${REPOSITORY}module "m" {\n  source = "./m"\n}\n`,
        'm/main.tf': `variable "action" {\n  default = "x"\n}\n${role(statement('"ecr:BatchGetImage"', '"*"'))}`,
      },
      [],
    ],
    [
      'an action that the caller brings in',
      {
        'main.tf': `${REPOSITORY}module "m" {\n  source  = "./m"\n  actions = ["ecr:PullImage"]\n}\n`,
        'm/main.tf': `variable "actions" {\n  type = list(string)\n}\n${role(statement('var.actions', '"*"'))}`,
      },
      ['main.tf warning access-identity-action'],
    ],
    [
      'a policy of the module with a repository',
      { 'main.tf': `${REPOSITORY}${role(statement('"ecr:PullImage"', '"*"'))}` },
      ['main.tf warning access-identity-action'],
    ],
  ])('%s', (_name, files, expected) => {
    expect(found(files)).toEqual(expected);
  });
});
