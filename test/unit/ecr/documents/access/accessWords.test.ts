import { describe, expect, it, test } from 'vitest';
import { namedAccessPolicies } from '../../../../../server/src/ecr/documents/access/namedAccessPolicies.ts';
import {
  explainAccess,
  printAccessExplanation,
} from '../../../../../server/src/ecr/documents/access/words/explainAccess.ts';
import { sumWords } from '../../../../../server/src/ecr/documents/access/words/sumWords.ts';
import type { JsonValue } from '../../../../../server/src/syntax/edit/term.ts';
import type { Target } from '../../../support/accessSpellings.ts';
import { hcl, holding, spellingsOf } from '../../../support/accessSpellings.ts';
import { workspaceOf } from '../../../support/checkProblems.ts';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'];
const ACCOUNT = { AWS: 'arn:aws:iam::111122223333:root' };
const ORGANISATION = { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } };

type Statement = Readonly<Record<string, JsonValue>>;

const allow = (Principal: JsonValue, Action: JsonValue, more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal,
  Action,
  ...more,
});
const deny = (Principal: JsonValue, Action: JsonValue, more: Statement = {}): Statement => ({
  ...allow(Principal, Action, more),
  Effect: 'Deny',
});

function inSum(text: string): readonly string[] {
  const [named] = namedAccessPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
  if (named === undefined) throw new Error('no policy');
  return sumWords(named.access);
}

type Case = readonly [name: string, statements: readonly Statement[], sum: readonly string[], target: Target];

const SUMS: readonly Case[] = [
  [
    'an account that may pull, and an organization',
    [allow(ACCOUNT, PULL), allow('*', PULL, { Condition: ORGANISATION })],
    [
      'Account 111122223333 may pull.',
      'Everyone in organization o-1234567890 may pull.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
    ],
    'repository',
  ],
  [
    'an account that may pull and push',
    [allow(ACCOUNT, [...PULL, ...PUSH])],
    ['Account 111122223333 may pull and push.', 'Nobody else may pull or push by this policy.'],
    'repository',
  ],
  [
    'two statements for the two halves of a pull',
    [allow(ACCOUNT, PULL[1] ?? ''), allow(ACCOUNT, PULL[2] ?? '')],
    ['Account 111122223333 may pull.', 'Nobody else may pull by this policy.', 'Nobody may push by this policy.'],
    'repository',
  ],
  ['half of a pull', [allow(ACCOUNT, 'ecr:BatchGetImage')], ['Nobody may pull or push by this policy.'], 'repository'],
  ['everyone', [allow('*', PULL)], ['Everyone in AWS may pull.', 'Nobody may push by this policy.'], 'repository'],
  [
    'everything for a role',
    [allow({ AWS: 'arn:aws:iam::111122223333:role/ci/build' }, 'ecr:*')],
    [
      'Role ci/build of account 111122223333 may pull, push, delete images and change this policy.',
      'Nobody else may pull or push by this policy.',
    ],
    'repository',
  ],
  [
    'Lambda of another account',
    [
      allow(ACCOUNT, ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']),
      allow({ Service: 'lambda.amazonaws.com' }, ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], {
        Condition: { StringLike: { 'aws:sourceArn': 'arn:aws:lambda:eu-west-1:111122223333:function:*' } },
      }),
    ],
    [
      'Account 111122223333 may pull.',
      'The service lambda.amazonaws.com may pull where aws:sourceArn is like arn:aws:lambda:eu-west-1:111122223333:function:*.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
    ],
    'repository',
  ],
  [
    'a deny that takes all',
    [allow(ACCOUNT, PULL), deny('*', 'ecr:*')],
    [
      'Nobody may pull or push by this policy.',
      'Nobody may pull, push, delete images or change this policy, whatever allows it.',
    ],
    'repository',
  ],
  [
    'a deny for a role of the account',
    [allow(ACCOUNT, PULL), deny({ AWS: 'arn:aws:iam::111122223333:role/dev' }, 'ecr:BatchGetImage')],
    [
      'Account 111122223333 may pull, but not role dev of account 111122223333.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
    ],
    'repository',
  ],
  [
    'a deny outside of the organization',
    [
      allow('*', PULL),
      deny('*', 'ecr:*', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }),
    ],
    [
      'Everyone in organization o-1234567890 may pull.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
      'Nobody may pull, push, delete images or change this policy where aws:PrincipalOrgID is not o-1234567890, whatever allows it.',
    ],
    'repository',
  ],
  [
    'a condition that everyone meets who has no organization',
    [allow('*', PULL, { Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
    [
      'Everyone in AWS may pull where aws:PrincipalOrgID is o-1234567890 or is not given.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
    ],
    'repository',
  ],
  [
    'an organizational unit',
    [
      allow('*', PULL, {
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-ab12/ou-ab12-11111111/*' } },
      }),
    ],
    [
      'Everyone in the organizational unit o-1234567890/r-ab12/ou-ab12-11111111/* may pull.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
    ],
    'repository',
  ],
  [
    'an address',
    [allow('*', PULL, { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })],
    [
      'Everyone in AWS may pull where aws:SourceIp is in 203.0.113.0/24.',
      'Nobody else may pull by this policy.',
      'Nobody may push by this policy.',
    ],
    'repository',
  ],
  [
    'all but an account',
    [{ Effect: 'Allow', NotPrincipal: ACCOUNT, Action: PULL }],
    ['Everyone in AWS except account 111122223333 may pull.', 'Nobody may push by this policy.'],
    'repository',
  ],
  ['no statement', [], ['Nobody may pull or push by this policy.'], 'repository'],
  [
    'replication',
    [
      allow(ACCOUNT, ['ecr:CreateRepository', 'ecr:ReplicateImage'], {
        Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/*',
      }),
    ],
    ['Account 111122223333 may replicate images into this registry.'],
    'registry',
  ],
  [
    'replication of a part',
    [
      allow(ACCOUNT, ['ecr:CreateRepository', 'ecr:ReplicateImage'], {
        Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/team/*',
      }),
    ],
    [
      'Account 111122223333 may replicate images into this registry where the repository is arn:aws:ecr:eu-west-1:444455556666:repository/team/*.',
    ],
    'registry',
  ],
  [
    'a push to ECR Public',
    [
      allow(ACCOUNT, [
        'ecr-public:BatchCheckLayerAvailability',
        'ecr-public:CompleteLayerUpload',
        'ecr-public:InitiateLayerUpload',
        'ecr-public:PutImage',
        'ecr-public:UploadLayerPart',
      ]),
    ],
    [
      'Everyone may pull: ECR Public is open to all.',
      'Account 111122223333 may push.',
      'Nobody else may push by this policy.',
    ],
    'public',
  ],
];

describe('who may do what overall', () => {
  test.each(SUMS)('%s', (_name, Statement, expected, target) => {
    const text = holding(`jsonencode(${hcl({ Version: '2012-10-17', Statement: [...Statement] })})`, target);
    expect(inSum(text)).toEqual(expected);
  });

  test.each(SUMS)('%s, in every spelling', (_name, Statement, expected, target) => {
    for (const { spelling, files } of spellingsOf({ Version: '2012-10-17', Statement: [...Statement] }, target)) {
      const [named] = namedAccessPolicies(workspaceOf(files), 'main.tf');
      expect({ spelling, sum: named && sumWords(named.access) }).toEqual({ spelling, sum: expected });
    }
  });
});

const NOBODY = 'Nobody may pull or push by this policy.';
const DEV = { AWS: 'arn:aws:iam::111122223333:role/dev' };
const OUTSIDE = { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } };

describe('what a deny statement forbids is part of the sum', () => {
  test.each<[name: string, statements: readonly Statement[], said: string]>([
    ['nothing allows it', [deny('*', 'ecr:BatchDeleteImage')], 'Nobody may delete images, whatever allows it.'],
    ['one action of several', [deny('*', 'ecr:PutImage')], 'Nobody may push, whatever allows it.'],
    [
      'everything',
      [deny('*', 'ecr:*')],
      'Nobody may pull, push, delete images or change this policy, whatever allows it.',
    ],
    ['one role', [deny(DEV, 'ecr:PutImage')], 'Role dev of account 111122223333 may not push, whatever allows it.'],
    [
      'an exception of a grant, and more',
      [allow(ACCOUNT, PULL), deny(DEV, [...PULL, 'ecr:BatchDeleteImage'])],
      'Role dev of account 111122223333 may not pull, push or delete images, whatever allows it.',
    ],
    [
      'all but one',
      [{ Effect: 'Deny', NotPrincipal: ACCOUNT, Action: 'ecr:PutImage' }],
      'Nobody except account 111122223333 may push, whatever allows it.',
    ],
    [
      'all but some actions',
      [{ Effect: 'Deny', Principal: '*', NotAction: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'] }],
      'Nobody may push, delete images or change this policy, whatever allows it.',
    ],
    [
      'a condition',
      [allow(ACCOUNT, PULL), deny('*', 'ecr:*', OUTSIDE)],
      'Nobody may pull, push, delete images or change this policy where aws:PrincipalOrgID is not o-1234567890, whatever allows it.',
    ],
    [
      'an action beside the usual ones',
      [deny('*', 'ecr:PutImageTagMutability')],
      'Nobody may use ecr:PutImageTagMutability, whatever allows it.',
    ],
  ])('%s', (_name, statements, said) => {
    const sum = inSum(holding(`jsonencode(${hcl({ Version: '2012-10-17', Statement: [...statements] })})`));
    expect(sum).toContain(said);
    expect(sum.filter((sentence) => sentence.endsWith('whatever allows it.'))).toHaveLength(1);
    if (!statements.some(({ Effect }) => Effect === 'Allow')) expect(sum).toContain(NOBODY);
  });

  it('only once, where it is an exception of a grant', () => {
    const Statement = [allow(ACCOUNT, [...PULL, ...PUSH]), deny(DEV, 'ecr:PutImage')];
    expect(inSum(holding(`jsonencode(${hcl({ Version: '2012-10-17', Statement })})`))).toEqual([
      'Account 111122223333 may pull.',
      'Account 111122223333 may push, but not role dev of account 111122223333.',
      'Nobody else may pull or push by this policy.',
    ]);
  });

  it('of all but one, as an exception of a grant', () => {
    const Statement = [allow('*', PULL), { Effect: 'Deny', NotPrincipal: ACCOUNT, Action: 'ecr:BatchGetImage' }];
    expect(inSum(holding(`jsonencode(${hcl({ Version: '2012-10-17', Statement })})`))[0]).toBe(
      'Everyone in AWS may pull, but of those only account 111122223333.',
    );
  });
});

const UNKNOWN = `variable "who" {
  type = string
}
`;

describe('what is not known', () => {
  test.each([
    ['a principal', allow({ AWS: '${var.who}' }, PULL), 'A principal that is not known may pull.'],
    [
      'an action',
      allow(ACCOUNT, '${var.who}'),
      'Whether account 111122223333 may pull, push, delete images and change this policy is not known.',
    ],
    [
      'an effect',
      { ...allow(ACCOUNT, PULL), Effect: '${var.who}' },
      'Whether account 111122223333 may pull is not known, unless a statement that is not known denies it.',
    ],
    [
      'the value of a condition',
      allow('*', PULL, { Condition: { StringEquals: { 'aws:PrincipalOrgID': '${var.who}' } } }),
      'Everyone in AWS may pull where aws:PrincipalOrgID is a value that is not known.',
    ],
  ])('%s is said as unknown', (_name, statement, expected) => {
    const json = hcl({ Statement: [statement] }).replaceAll('$${var.who}', '${var.who}');
    expect(inSum(`${UNKNOWN}${holding(`jsonencode(${json})`)}`)).toContain(expected);
  });

  it('leaves open who else may, where statements are not known', () => {
    const json = hcl({ Statement: [allow(ACCOUNT, PULL)] });
    const text = `variable "more" {}\n${holding(`jsonencode({ Statement = concat(${json}.Statement, var.more) })`)}`;
    const sum = inSum(text);
    expect(sum.join(' ')).not.toContain('Nobody');
    expect(sum.join(' ')).toContain('not known');
  });
});

describe('an access policy in plain words', () => {
  it('is told statement by statement, in sum, and with what the other side needs', () => {
    const text = holding(
      `jsonencode(${hcl({
        Version: '2012-10-17',
        Statement: [
          { Sid: 'Pull by the other account', ...allow(ACCOUNT, PULL) },
          deny('*', ['ecr:BatchDeleteImage'], { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }),
        ],
      })})`,
    );
    const [named] = namedAccessPolicies(workspaceOf({ 'main.tf': text }), 'main.tf');
    const explanation = named && explainAccess(named.access);
    expect(explanation && printAccessExplanation(named.address, explanation)).toBe(
      `aws_ecr_repository_policy.p: 2 statements, 366 of at most 10,240 characters.

Statement 1, Pull by the other account
  Account 111122223333 may pull (ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer).

Statement 2
  Nobody may delete images (ecr:BatchDeleteImage) where aws:SourceIp is in 203.0.113.0/24, whatever allows it.

In sum
  Account 111122223333 may pull.
  Nobody else may pull by this policy.
  Nobody may push by this policy.
  Nobody may delete images where aws:SourceIp is in 203.0.113.0/24, whatever allows it.

In another account, identity policies must allow the same, and ecr:GetAuthorizationToken on "*", which belongs there and has no effect here.
The registry's own account may also do what its identity policies allow, unless this policy denies it.`,
    );
  });
});
