import { describe, expect, it } from 'vitest';
import { namedAccessPolicies } from '../../../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import { sumWords } from '../../../../../server/src/ecr/documents/access/words/sumWords.ts';
import { workspaceOf } from '../../../support/checkProblems.ts';

const ROOT = '{ AWS = "arn:aws:iam::111122223333:root" }';
const ROLE = '{ AWS = "arn:aws:iam::111122223333:role/dev" }';
const ARN = 'arn:aws:ecr:eu-west-1:444455556666:repository';
const PLAIN = 'Condition = { Bool = { "aws:SecureTransport" = "false" } }';

const statement = (effect: string, principal: string, actions: string, more = '') =>
  `{\nEffect = "${effect}"\nPrincipal = ${principal}\nAction = ${actions}\n${more}\n}`;
const pull = (principal: string, more = '') =>
  statement('Allow', principal, '["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]', more);
const replicate = (more: string) => statement('Allow', ROOT, '["ecr:CreateRepository", "ecr:ReplicateImage"]', more);
const deny = (principal: string, more: string) => statement('Deny', principal, '"ecr:*"', more);

const policy = (type: string, statements: readonly string[]) => `variable "one" {}
variable "all" {}
resource "${type}" "p" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [${statements.join(',\n')}] })
}
`;

function firstInSum(type: string, ...statements: readonly string[]): string | undefined {
  const text = policy(type, statements);
  const [named] = namedAccessPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
  if (named === undefined) throw new Error(`no policy in\n${text}`);
  return sumWords(named.access)[0];
}

const REPLICATES = 'Account 111122223333 may replicate images into this registry';
const UNKNOWN = `${REPLICATES} where the repository is one of the resources, which are not known.`;

describe('the resources of a statement of a registry policy', () => {
  it.each([
    ['a part of a text', `Resource = "arn:aws:ecr:eu-west-1:\${var.one}:repository/*"`, UNKNOWN],
    ['a text', 'Resource = var.one', UNKNOWN],
    ['one of a list', `Resource = ["${ARN}/prod/*", var.one]`, UNKNOWN],
    ['the list', 'Resource = concat(var.all, [])', UNKNOWN],
    ['the excluded ones', 'NotResource = var.one', UNKNOWN],
    ['none', `Resource = "${ARN}/prod/*"`, `${REPLICATES} where the repository is ${ARN}/prod/*.`],
    ['none, of the whole registry', `Resource = "${ARN}/*"`, `${REPLICATES}.`],
    [
      'a condition instead',
      'Resource = "*"\nCondition = var.one',
      `${REPLICATES} where a condition that is not known is met.`,
    ],
  ])('are told where these are unknown: %s', (_name, more, expected) => {
    expect(firstInSum('aws_ecr_registry_policy', replicate(more))).toBe(expected);
  });

  it('are no condition in the policy of a repository either', () => {
    expect(firstInSum('aws_ecr_repository_policy', pull(ROOT, `Resource = "${ARN}/app"`))).toBe(
      'Account 111122223333 may pull where the repository is one of the resources.',
    );
  });
});

describe('what a deny statement takes from a grant', () => {
  it.each([
    ['everyone', ROOT, '"*"', PLAIN, 'Account 111122223333 may pull, but not where aws:SecureTransport is false.'],
    ['the same', ROOT, ROOT, PLAIN, 'Account 111122223333 may pull, but not where aws:SecureTransport is false.'],
    [
      'the account of a role',
      ROLE,
      '"*"',
      PLAIN,
      'Role dev of account 111122223333 may pull, but not where aws:SecureTransport is false.',
    ],
    ['a role of it', ROOT, ROLE, '', 'Account 111122223333 may pull, but not role dev of account 111122223333.'],
    [
      'a role of it, sometimes',
      ROOT,
      ROLE,
      PLAIN,
      'Account 111122223333 may pull, but not role dev of account 111122223333 where aws:SecureTransport is false.',
    ],
    ['all people', '"*"', '"*"', PLAIN, 'Everyone in AWS may pull, but not where aws:SecureTransport is false.'],
  ])('names whom it concerns only where they are fewer: %s', (_name, granted, denied, more, expected) => {
    expect(firstInSum('aws_ecr_repository_policy', pull(granted), deny(denied, more))).toBe(expected);
  });
});
