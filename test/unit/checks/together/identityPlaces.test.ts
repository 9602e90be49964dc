import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
const statement = (action: string, resource: string) =>
  `{ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = [${action}], Resource = ${resource} }] }`;
const DOCUMENT = (action: string, resource: string) =>
  `data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = [${action}]\n    resources = [${resource}]\n  }\n}\n`;

/** The ways to give a role, user or group a policy; `%` is the policy's expression. */
const PLACES: Readonly<Record<string, string>> = {
  policy: 'resource "aws_iam_policy" "p" {\n  policy = %\n}\n',
  'policy of a role': 'resource "aws_iam_role_policy" "p" {\n  role   = "r"\n  policy = %\n}\n',
  'policy of a user': 'resource "aws_iam_user_policy" "p" {\n  user   = "u"\n  policy = %\n}\n',
  'policy of a group': 'resource "aws_iam_group_policy" "p" {\n  group  = "g"\n  policy = %\n}\n',
  'policy inside a role':
    'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n  inline_policy {\n    name   = "p"\n    policy = %\n  }\n}\n',
  'second policy inside a role':
    'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n  inline_policy {\n    name   = "o"\n    policy = var.other\n  }\n  inline_policy {\n    name   = "p"\n    policy = %\n  }\n}\n',
  'dynamic policy inside a role':
    'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n  dynamic "inline_policy" {\n    for_each = var.on ? [1] : []\n    content {\n      name   = "p"\n      policy = %\n    }\n  }\n}\n',
  'permission set': 'resource "aws_ssoadmin_permission_set_inline_policy" "p" {\n  inline_policy = %\n}\n',
};

const told = (text: string) => ruleIds(REPOSITORY + text).filter((id) => id.startsWith('warning access-'));
const at = (place: string, policy: string) => place.replace('%', () => policy);

describe.each(Object.entries(PLACES))('a %s', (_, place) => {
  it.each([
    [
      '"ecr:GetAuthorizationToken"',
      '"arn:aws:ecr:eu-west-1:444455556666:repository/app"',
      ['warning access-token-resource'],
    ],
    ['"ecr:GetAuthorizationToken"', 'aws_ecr_repository.app.arn', ['warning access-token-resource']],
    [
      '"ecr:GetAuthorizationToken", "ecr:BatchGetImage"',
      '["${aws_ecr_repository.app.arn}/*"]',
      ['warning access-token-resource'],
    ],
    ['"ecr:PullImage"', '"*"', ['warning access-identity-action']],
    ['"ecr:GetAuthorizationToken"', '"*"', []],
    ['"ecr:GetAuthorizationToken"', 'var.resource', []],
    ['"ecr:GetAuthorizationToken"', '[aws_ecr_repository.app.arn, "*"]', []],
    ['"ecr:GetAuthorizationToken"', '[aws_ecr_repository.app.arn, var.other]', []],
    ['"ecr:BatchGetImage"', 'aws_ecr_repository.app.arn', []],
    ['"s3:PullImage"', '"*"', []],
  ])('with %s on %s', (action, resource, ids) => {
    expect(told(at(place, `jsonencode(${statement(action, resource)})`))).toEqual(ids);
  });

  it('that a data source makes is judged there', () => {
    const text = at(place, 'data.aws_iam_policy_document.d.json');
    expect(told(text + DOCUMENT('"ecr:GetAuthorizationToken"', 'aws_ecr_repository.app.arn'))).toEqual([
      'warning access-token-resource',
    ]);
    expect(told(text + DOCUMENT('"ecr:GetAuthorizationToken"', '"*"'))).toEqual([]);
  });
});

describe('what is no policy of a role, user or group', () => {
  it.each([
    'resource "aws_iam_role" "r" {\n  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ecr:PullImage"], Resource = "*" }] })\n}\n',
    'resource "aws_iam_role" "r" {\n  assume_role_policy = "{}"\n  other {\n    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ecr:PullImage"], Resource = "*" }] })\n  }\n}\n',
    'resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ecr:PullImage"], Resource = "*" }] })\n}\n',
  ])('is left alone: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
