import { describe, expect, it } from 'vitest';
import { problemLines } from '../../support/checkProblems.ts';

const LAMBDA =
  '{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], Condition = { StringLike = { "aws:sourceArn" = "arn:aws:lambda:eu-west-1:111122223333:function:*" } } }';
const POLICY = `resource "aws_ecr_repository" "app" {
  name = "team/app"
}
resource "aws_ecr_repository_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode({ Version = "2012-10-17", Statement = [${LAMBDA}] })
}
`;
const CALLER = 'data "aws_caller_identity" "me" {\n}\n';
const ACCOUNT = 'data.aws_caller_identity.me.account_id';
const URL = '444455556666.dkr.ecr.eu-west-1.amazonaws.com/team/app';

const condition = (text: string) => `condition     = ${text}\n      error_message = "Another account."\n`;
const postcondition = (text: string, more = '') =>
  `data "aws_caller_identity" "me" {\n${more}  lifecycle {\n    postcondition {\n      ${condition(text)}    }\n  }\n}\n`;
const precondition = (text: string, more = '') =>
  `${CALLER}resource "terraform_data" "x" {\n${more}  lifecycle {\n    precondition {\n      ${condition(text)}    }\n  }\n}\n`;
const local = (value: string) => `locals {\n  x = ${value}\n}\n`;

/** True when the policy is judged as one of account 444455556666. */
const isKnown = (beside: string, json: object | null = null) =>
  problemLines({
    'main.tf': POLICY + beside,
    ...(json !== null && { 'more.tf.json': JSON.stringify(json) }),
  }).some((line) => line.includes('access-lambda-half'));

describe('the account of a registry is read', () => {
  it.each([
    ['from a postcondition', postcondition('self.account_id == "444455556666"')],
    ['from one in parentheses', postcondition('(self.account_id == "444455556666")')],
    ['from one with a comment behind it', postcondition('self.account_id == "444455556666" # production')],
    ['from one over two lines', postcondition('(\n        self.account_id ==\n        "444455556666"\n      )')],
    ['from a precondition', precondition(`${ACCOUNT} == "444455556666"`)],
    ['from one of several demands', precondition(`"444455556666" == ${ACCOUNT} && var.isReady`)],
    [
      'from a demand by a local',
      `${precondition(`${ACCOUNT} == local.account`)}locals {\n  account = "444455556666"\n}\n`,
    ],
    [
      'from the precondition of an output',
      `${CALLER}output "x" {\n  value = 1\n  precondition {\n    ${condition(`${ACCOUNT} == "444455556666"`)}  }\n}\n`,
    ],
    [
      'from the validation of a variable',
      `${CALLER}variable "x" {\n  validation {\n    ${condition(`${ACCOUNT} == "444455556666"`)}  }\n}\n`,
    ],
    ['from a URL in a heredoc', local(`<<-EOT\n    docker pull ${URL}:v1\n  EOT\n`)],
    ['from a URL before an interpolation', local(`"${URL}:\${var.tag}"`)],
  ])('%s', (_, beside) => {
    expect(isKnown(beside)).toBe(true);
  });

  it('from a condition and from a URL in JSON', () => {
    const demand = { condition: `\${${ACCOUNT} == "444455556666"}`, error_message: 'Another account.' };
    expect(isKnown(CALLER, { resource: { terraform_data: { x: { lifecycle: { precondition: demand } } } } })).toBe(
      true,
    );
    expect(isKnown('', { locals: { x: `${URL}:v1` } })).toBe(true);
  });
});

describe('the account of a registry stays unknown', () => {
  it.each([
    [
      'for an assertion of a check, which only warns',
      `${CALLER}check "x" {\n  assert {\n    ${condition(`${ACCOUNT} == "444455556666"`)}  }\n}\n`,
    ],
    ['for a condition in a heredoc', local(`<<-EOT\n    condition = ${ACCOUNT} == "444455556666"\n  EOT\n`) + CALLER],
    ['for an argument of that name elsewhere', `${CALLER}locals {\n  condition = ${ACCOUNT} == "444455556666"\n}\n`],
    [
      'for a block that may have no instance',
      precondition(`${ACCOUNT} == "444455556666"`, '  count = var.isProduction ? 1 : 0\n'),
    ],
    ['for one of two choices', precondition(`${ACCOUNT} == "444455556666" || var.any`)],
    ['for the opposite', precondition(`${ACCOUNT} != "444455556666"`)],
    ['for a denied demand', precondition(`!(${ACCOUNT} == "444455556666")`)],
    [
      'for the default of a variable',
      `${precondition(`${ACCOUNT} == var.account`)}variable "account" {\n  default = "444455556666"\n}\n`,
    ],
    [
      'for `self` of another resource',
      precondition('self.account_id == "444455556666"').replace('precondition', 'postcondition'),
    ],
    ['for a URL in a description', `variable "image" {\n  description = "Such as ${URL}:v1"\n}\n`],
    ['for a URL in an error message', precondition('var.x').replace('Another account.', `Use ${URL}:v1.`)],
    ['for a name that goes on', local(`"${URL}\${var.suffix}"`)],
    ['for a comment in a script', local(`<<-EOT\n    # docker pull ${URL}:v1\n  EOT\n`)],
  ])('%s', (_, beside) => {
    expect(isKnown(beside)).toBe(false);
  });
});
