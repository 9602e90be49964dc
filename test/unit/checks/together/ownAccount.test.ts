import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "team/app"\n}\n';
const LAMBDA =
  '{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Condition = { StringLike = { "aws:sourceArn" = "arn:aws:lambda:eu-west-1:111122223333:function:*" } } }';
const ROOT =
  '{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"] }';
const policy = (...statements: readonly string[]) =>
  `${REPOSITORY}resource "aws_ecr_repository_policy" "app" {\n  repository = aws_ecr_repository.app.name\n  policy     = jsonencode({ Version = "2012-10-17", Statement = [${statements.join(', ')}] })\n}\n`;
const local = (value: string) => `locals {\n  x = ${value}\n}\n`;
const registry = (account: string, name = 'team/app') => `${account}.dkr.ecr.eu-west-1.amazonaws.com/${name}`;
const identity = (condition: string) =>
  `data "aws_caller_identity" "me" {\n  lifecycle {\n    postcondition {\n      condition     = ${condition}\n      error_message = "Another account."\n    }\n  }\n}\n`;

const told = (text: string) => ruleIds(text).filter((id) => id === 'warning access-lambda-half');

describe('the account of a registry is known', () => {
  it.each([
    ['by the provider', 'provider "aws" {\n  allowed_account_ids = ["444455556666"]\n}\n'],
    ['by the URL of an image of the repository', local(`"${registry('444455556666')}:v1"`)],
    ['by the URL with a digest', local(`"${registry('444455556666')}@sha256:abc"`)],
    ['by the dual-stack URL', local('"444455556666.dkr-ecr.eu-west-1.on.aws/team/app"')],
    ['by the ARN of the repository', local('"arn:aws:ecr:eu-west-1:444455556666:repository/team/app"')],
    [
      'by an import',
      'import {\n  to = aws_ecr_registry_scanning_configuration.it\n  id = "444455556666"\n}\nresource "aws_ecr_registry_scanning_configuration" "it" {\n  scan_type = "BASIC"\n}\n',
    ],
    ['by what is asked of the caller identity', identity('self.account_id == "444455556666"')],
    ['the other way round', identity('"444455556666" == self.account_id')],
  ])('%s', (_, beside) => {
    expect(told(policy(LAMBDA) + beside)).toHaveLength(1);
    expect(told(policy(LAMBDA, ROOT) + beside)).toEqual([]);
  });

  it.each([
    ['nothing says it', ''],
    ['it is the account of the functions', local(`"${registry('111122223333')}:v1"`)],
    ['two are named', local(`["${registry('111122223333')}", "${registry('444455556666')}"]`)],
    ['an image of another repository is named', local(`"${registry('444455556666', 'team/other')}:v1"`)],
    ['a longer name is named', local(`"${registry('444455556666', 'team/app/worker')}:v1"`)],
    ['a comment names it', `# ${registry('444455556666')}:v1\n`],
    ['a comment in a block names it', `locals {\n  # ${registry('444455556666')}:v1\n  x = 1\n}\n`],
    ['the condition has more to it', identity('self.account_id == "444455556666" || var.any')],
    ['the condition asks something else', identity('self.user_id == "444455556666"')],
    [
      'a choice names it',
      'data "aws_caller_identity" "me" {}\nlocals {\n  x = data.aws_caller_identity.me.account_id == "444455556666" ? 1 : 2\n}\n',
    ],
    [
      'there are several providers',
      `provider "aws" {\n}\nprovider "aws" {\n  alias = "b"\n}\n${local(`"${registry('444455556666')}:v1"`)}`,
    ],
  ])('and is not where %s', (_, beside) => {
    expect(told(policy(LAMBDA) + beside)).toEqual([]);
  });
});

describe('a function of another account', () => {
  const OWN = 'provider "aws" {\n  allowed_account_ids = ["444455556666"]\n}\n';
  const OTHER = 'provider "aws" {\n  alias               = "other"\n  allowed_account_ids = ["111122223333"]\n}\n';
  const run = (image: string, provider = 'aws.other') =>
    `resource "aws_lambda_function" "f" {\n  provider      = ${provider}\n  function_name = "f"\n  role          = "arn:aws:iam::111122223333:role/f"\n  package_type  = "Image"\n  image_uri     = ${image}\n}\n`;
  const IMAGE = '"${aws_ecr_repository.app.repository_url}:v1"';

  it('needs the statement for the service beside that for the account', () => {
    expect(told(policy(ROOT) + OWN + OTHER + run(IMAGE))).toHaveLength(1);
    expect(told(policy(ROOT) + OWN + OTHER + run(`"${registry('444455556666')}:v1"`))).toHaveLength(1);
    const elsewhere = LAMBDA.replace('111122223333', '777788889999');
    expect(told(policy(ROOT, elsewhere) + OWN + OTHER + run(IMAGE)).length).toBeGreaterThan(0);
  });

  it.each([
    ['both are there', policy(ROOT, LAMBDA) + OWN + OTHER + run(IMAGE)],
    [
      'the service is allowed by organisation',
      policy(ROOT, LAMBDA.replace(/\{ StringLike.*\}/, '{ StringEquals = { "aws:SourceOrgID" = "o-a1b2c3d4e5" } } }')) +
        OWN +
        OTHER +
        run(IMAGE),
    ],
    ['no function is deployed', policy(ROOT) + OWN + OTHER],
    ['the function is in the same account', policy(ROOT) + OWN + run(IMAGE, 'aws')],
    ['the function runs another image', policy(ROOT) + OWN + OTHER + run('"public.ecr.aws/lambda/nodejs:22"')],
    ['its account is unknown', policy(ROOT) + OWN + OTHER.replace('["111122223333"]', 'var.accounts') + run(IMAGE)],
    ['a statement is unknown', policy(ROOT, 'var.statement') + OWN + OTHER + run(IMAGE)],
    [
      'principals are unknown',
      policy(ROOT, ROOT.replace('{ AWS = "arn:aws:iam::111122223333:root" }', 'var.principals')) +
        OWN +
        OTHER +
        run(IMAGE),
    ],
  ])('needs nothing more where %s', (_, text) => {
    expect(told(text)).toEqual([]);
  });
});
