import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'access-org-lambda';

interface Case {
  readonly organization?: string;
  readonly more?: string;
  readonly own?: string;
  readonly other?: string;
  readonly image?: string;
  readonly provider?: string;
  readonly repository?: string;
}

const LAMBDA =
  '{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = ["ecr:BatchGetImage"], Condition = { StringEquals = { "aws:SourceOrgID" = "o-a1b2c3d4e5" } } }';

function moduleOf({
  organization = '{ StringEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }',
  more = '',
  own = 'allowed_account_ids = ["111122223333"]',
  other = 'allowed_account_ids = ["444455556666"]',
  image = '"${aws_ecr_repository.app.repository_url}:v1"',
  provider = '  provider = aws.web\n',
  repository = 'aws_ecr_repository.app.name',
}: Case): string {
  return `provider "aws" {
  ${own}
}
provider "aws" {
  alias = "web"
  ${other}
}
resource "aws_ecr_repository" "app" {
  name = "team/app"
}
resource "aws_ecr_repository_policy" "app" {
  repository = ${repository}
  policy = jsonencode({ Version = "2012-10-17", Statement = [
    { Effect = "Allow", Principal = "*", Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Condition = ${organization} },
    ${more}
  ] })
}
resource "aws_lambda_function" "web" {
${provider}  image_uri = ${image}
}
`;
}

const URL_TEXT = '111122223333.dkr.ecr.eu-west-1.amazonaws.com/team/app:v1';

const WRONG: readonly (readonly [string, Case])[] = [
  ['an organization', {}],
  ['a unit', { organization: '{ "ForAnyValue:StringLike" = { "aws:PrincipalOrgPaths" = "o-a1b2c3d4e5/*" } }' }],
  [
    'a role of another account',
    { other: 'assume_role {\n    role_arn = "arn:aws:iam::444455556666:role/deploy"\n  }' },
  ],
  ['an image by its digest', { image: '"${aws_ecr_repository.app.repository_url}@sha256:0"' }],
  ['the repository by its id', { repository: 'aws_ecr_repository.app.id' }],
  ['an image and a repository by their names', { image: `"${URL_TEXT}"`, repository: '"team/app"' }],
  ['a key in small letters', { organization: '{ StringEquals = { "aws:principalorgid" = "o-a1b2c3d4e5" } }' }],
  [
    'a statement for an account beside it',
    { more: '{ Effect = "Allow", Principal = { AWS = "777788889999" }, Action = "ecr:BatchGetImage" }' },
  ],
  [
    'another service beside it',
    { more: '{ Effect = "Allow", Principal = { Service = "codebuild.amazonaws.com" }, Action = "ecr:BatchGetImage" }' },
  ],
];

const SILENT: readonly (readonly [string, Case])[] = [
  ['a statement for Lambda', { more: LAMBDA }],
  ['a function of the same account', { provider: '' }],
  ['accounts that are not known', { other: '' }],
  ['an own account that is not known', { own: '' }],
  ['an image of another registry', { image: `"${URL_TEXT}"`.replace('1111', '9999'), repository: '"team/app"' }],
  ['another image', { image: '"public.ecr.aws/lambda/nodejs:22"' }],
  [
    'a condition that keeps an organization out',
    { organization: '{ StringNotEquals = { "aws:PrincipalOrgID" = "o-a1b2c3d4e5" } }' },
  ],
  ['a condition on an address', { organization: '{ IpAddress = { "aws:SourceIp" = "192.0.2.0/24" } }' }],
  ['statements that are not known', { more: 'var.statement' }],
];

describe(ID, () => {
  it.each(WRONG)('speaks: %s', (_, given) => {
    expect(ruleIdsOnly(ID, moduleOf(given))).toEqual([`hint ${ID}`]);
  });

  it.each(SILENT)('is silent: %s', (_, given) => {
    expect(ruleIdsOnly(ID, moduleOf(given))).toEqual([]);
  });
});
