import { describe, expect, it } from 'vitest';
import { checkOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { APP, policy, REST } from '../support/policyResources.ts';

const ID = 'policy-repository-repeated';

describe(ID, () => {
  it('is reported at the later policy, whichever way the two name the repository', () => {
    checkOnly(ID, {
      'a.tf': `${APP}${policy('one', 'aws_ecr_repository.app.name')}`,
      'b.tf': `
resource "aws_ecr_lifecycle_policy" "two" {
  repository = "team/app"
               ^^^^^^^^^^ error policy-repository-repeated aws_ecr_lifecycle_policy.one
  ${REST}
}
`,
    });
  });

  it('is reported at the repository of instances that share it', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = toset(["untagged", "old"])
  repository = "team/app"
               ^^^^^^^^^^ error policy-repository-repeated
  ${REST}
}
`,
    );
  });

  it.each([
    ['different repositories', policy('one', '"a/b"') + policy('two', '"a/c"')],
    [
      'policies that may be absent',
      `variable "x" {}\n${policy('one', '"a/b"', '  count = var.x ? 1 : 0\n')}${policy('two', '"a/b"')}`,
    ],
    ['different regions', policy('one', '"a/b"', '  region = "eu-west-1"\n') + policy('two', '"a/b"')],
    ['different providers', policy('one', '"a/b"', '  provider = aws.eu\n') + policy('two', '"a/b"')],
    [
      'instances of different repositories',
      policy('one', 'aws_ecr_repository.app["x"].name') +
        policy('two', 'aws_ecr_repository.app["y"].name') +
        APP.replace('{\n', '{\n  for_each = var.names\n') +
        'variable "names" {}\n',
    ],
    ['instances that are not known', `${policy('one', '"a/b"', '  for_each = var.rules\n')}variable "rules" {}\n`],
    ['one instance', policy('one', '"a/b"', '  for_each = toset(["x"])\n')],
  ])('says nothing of %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
