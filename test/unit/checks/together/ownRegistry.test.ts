import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const PULL = '["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';
const provider = (body: string) => `provider "aws" {\n${body}\n}\n`;
const repositoryPolicy = (statement: string) =>
  `resource "aws_ecr_repository_policy" "p" {\n  repository = "team/app"\n  policy = jsonencode({ Version = "2012-10-17", Statement = [${statement}] })\n}\n`;
const registryPolicy = (resource: string, more = '') =>
  `resource "aws_ecr_registry_policy" "p" {\n${more}  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "ecr:ReplicateImage", Resource = ${resource} }] })\n}\n`;
const lambda = (arns: string) =>
  repositoryPolicy(
    `{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = ${PULL}, Condition = { ArnLike = { "aws:SourceArn" = ${arns} } } }`,
  );
const account = (arn: string) =>
  repositoryPolicy(`{ Effect = "Allow", Principal = { AWS = ${arn} }, Action = ${PULL} }`);
const found = (text: string) => ruleIds(text).filter((line) => / access-(?!pull)/.test(line));

const ALLOWED = provider('  allowed_account_ids = ["444455556666"]');
const ROLE = provider('  assume_role {\n    role_arn = "arn:aws:iam::444455556666:role/deploy"\n  }');
const IRELAND = provider('  region = "eu-west-1"');
const CHINA = provider('  region = "cn-north-1"');
const ARN = (region: string, id: string) => `"arn:aws:ecr:${region}:${id}:repository/*"`;
const FUNCTION = (region: string, id = '111122223333') => `"arn:aws:lambda:${region}:${id}:function:*"`;
const HALF = 'warning access-lambda-half';

describe('the own account and region of a policy', () => {
  it.each([
    [
      'a foreign account in the policy of a registry',
      ALLOWED + registryPolicy(ARN('eu-west-1', '111122223333')),
      ['warning access-registry-resource'],
    ],
    ['its own account', ALLOWED + registryPolicy(ARN('eu-west-1', '444455556666')), []],
    [
      'a foreign account by the role that is assumed',
      ROLE + registryPolicy(ARN('eu-west-1', '111122223333')),
      ['warning access-registry-resource'],
    ],
    [
      'a foreign account by an import',
      `import {\n  to = aws_ecr_registry_policy.p\n  id = "444455556666"\n}\n${registryPolicy(ARN('eu-west-1', '111122223333'))}`,
      ['warning access-registry-resource'],
    ],
    ['an account that is not known', registryPolicy(ARN('eu-west-1', '111122223333')), []],
    [
      'a foreign region',
      IRELAND + registryPolicy(ARN('us-east-1', '444455556666')),
      ['warning access-registry-resource'],
    ],
    ['its own region', IRELAND + registryPolicy(ARN('eu-west-1', '444455556666')), []],
    ['any region', IRELAND + registryPolicy(ARN('*', '444455556666')), []],
    [
      'its own region among others',
      IRELAND + registryPolicy(`[${ARN('us-east-1', '444455556666')}, ${ARN('eu-west-1', '444455556666')}]`),
      [],
    ],
    [
      'a foreign region beside one that is not known',
      IRELAND + registryPolicy(`[${ARN('us-east-1', '444455556666')}, var.arn]`),
      [],
    ],
    [
      'a region of its own argument',
      IRELAND + registryPolicy(ARN('us-east-1', '444455556666'), '  region = "us-east-1"\n'),
      [],
    ],
    ['a region that is not known', registryPolicy(ARN('us-east-1', '444455556666')), []],
    [
      'a region from a variable',
      provider('  region = var.region') + registryPolicy(ARN('us-east-1', '444455556666')),
      [],
    ],
    ['Lambda of another region', IRELAND + lambda(FUNCTION('us-east-1')), ['warning access-lambda-arn']],
    ['Lambda of the region', IRELAND + lambda(FUNCTION('eu-west-1')), []],
    ['Lambda of any region', IRELAND + lambda(FUNCTION('*')), []],
    ['Lambda of the region among others', IRELAND + lambda(`[${FUNCTION('us-east-1')}, ${FUNCTION('eu-west-1')}]`), []],
    [
      'Lambda of another region and of one that is not known',
      IRELAND + lambda(`[${FUNCTION('us-east-1')}, var.arn]`),
      [],
    ],
    ['Lambda where the region is not known', lambda(FUNCTION('us-east-1')), []],
    ['half of Lambda for a foreign account', ALLOWED + lambda(FUNCTION('eu-west-1')), [HALF]],
    ['Lambda of the own account', ALLOWED + lambda(FUNCTION('eu-west-1', '444455556666')), []],
    [
      'half of Lambda, the account known by the ARNs of the registry',
      lambda(FUNCTION('eu-west-1')) + registryPolicy(ARN('eu-west-1', '444455556666')).replace('"p"', '"r"'),
      [HALF],
    ],
    [
      'Lambda beside ARNs of two accounts',
      lambda(FUNCTION('eu-west-1')) +
        registryPolicy(`[${ARN('eu-west-1', '444455556666')}, ${ARN('eu-west-1', '777788889999')}]`).replace(
          '"p"',
          '"r"',
        ),
      [],
    ],
    [
      'a principal of the world in China',
      CHINA + account('"arn:aws:iam::111122223333:root"'),
      ['warning access-principal-partition'],
    ],
    ['a principal of China in China', CHINA + account('"arn:aws-cn:iam::111122223333:root"'), []],
    [
      'a principal of China in Ireland',
      IRELAND + account('"arn:aws-cn:iam::111122223333:root"'),
      ['warning access-principal-partition'],
    ],
    ['a principal by its number in China', CHINA + account('"111122223333"'), []],
    ['a principal of China somewhere', account('"arn:aws-cn:iam::111122223333:root"'), []],
  ])('%s', (_name, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});
