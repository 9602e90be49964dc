import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import type { Target } from '../../support/accessSpellings.ts';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload', 'ecr:PutImage'];
const TWO = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const ROOT = { AWS: 'arn:aws:iam::111122223333:root' };
const LAMBDA = { Service: 'lambda.amazonaws.com' };
const FUNCTION = { StringLike: { 'aws:sourceArn': 'arn:aws:lambda:eu-west-1:111122223333:function:*' } };
const ORG = { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } };
const allow = (more: Readonly<Record<string, JsonValue>>): JsonValue => ({
  Effect: 'Allow',
  Principal: ROOT,
  Action: PULL,
  ...more,
});

/** Documents: what they are about, what takes them, their statements, and what is said about them. */
export const DOCUMENTS: readonly (readonly [string, Target, readonly JsonValue[], readonly string[]])[] = [
  ['pull from another account', 'repository', [allow({})], []],
  ['push from another account', 'repository', [allow({ Action: ['ecr:BatchCheckLayerAvailability', ...PUSH] })], []],
  [
    'Lambda of another account',
    'repository',
    [allow({ Action: TWO }), allow({ Principal: LAMBDA, Action: TWO, Condition: FUNCTION })],
    [],
  ],
  ['an organisation', 'repository', [allow({ Principal: '*', Condition: ORG })], []],
  [
    'replication',
    'registry',
    [
      allow({
        Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'],
        Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/*',
      }),
    ],
    [],
  ],
  ['everyone', 'repository', [allow({ Principal: '*' })], ['warning access-principal-public']],
  ['a typing error', 'repository', [allow({ Action: 'ecr:PullImage' })], ['warning access-action-unknown']],
  ['half a pull', 'repository', [allow({ Action: 'ecr:BatchGetImage' })], ['warning access-pull-incomplete']],
  ['half a push', 'repository', [allow({ Action: 'ecr:PutImage' })], ['warning access-push-incomplete']],
  ['a resource', 'repository', [allow({ Resource: '*' })], ['warning access-resource-element']],
  ['no resource', 'registry', [allow({})], ['warning access-registry-resource']],
  ['Lambda for all', 'repository', [allow({ Principal: LAMBDA })], ['warning access-lambda-condition']],
  [
    'an account with a star',
    'repository',
    [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:*' } })],
    ['error access-principal-form'],
  ],

  ['a role', 'repository', [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/team/ci' } })], []],
  ['an account by its id', 'repository', [allow({ Principal: { AWS: '111122223333' } })], []],
  ['two accounts', 'repository', [allow({ Principal: { AWS: ['111122223333', '444455556666'] } })], []],
  ['all of an account', 'repository', [allow({ Action: 'ecr:*' })], []],
  ['reading only', 'repository', [allow({ Action: ['ecr:DescribeImages', 'ecr:ListImages'] })], []],
  ['actions with a star', 'repository', [allow({ Action: ['ecr:Batch*', 'ecr:Get*'] })], []],
  [
    'actions in small letters',
    'repository',
    [allow({ Action: ['ecr:batchgetimage', 'ecr:getdownloadurlforlayer', 'ecr:batchchecklayeravailability'] })],
    [],
  ],
  ['pull and push', 'repository', [allow({ Action: [...PULL, ...PUSH] })], []],
  [
    'pull in two statements',
    'repository',
    [
      allow({ Action: 'ecr:BatchGetImage' }),
      allow({ Action: ['ecr:GetDownloadUrlForLayer', 'ecr:BatchCheckLayerAvailability'] }),
    ],
    [],
  ],
  [
    'half of a pull for another account',
    'repository',
    [allow({}), allow({ Principal: { AWS: '444455556666' }, Action: 'ecr:GetDownloadUrlForLayer' })],
    ['warning access-pull-incomplete'],
  ],
  ['a pull without the check of layers', 'repository', [allow({ Action: TWO })], ['hint access-pull-incomplete']],
  [
    'an upload without the image',
    'repository',
    [allow({ Action: PUSH.slice(0, 3) })],
    ['warning access-push-incomplete'],
  ],
  ['everyone by AWS', 'repository', [allow({ Principal: { AWS: '*' } })], ['warning access-principal-public']],
  [
    'everyone in a list',
    'repository',
    [allow({ Principal: { AWS: ['*', '111122223333'] } })],
    ['warning access-principal-public'],
  ],
  ['everyone who pushes', 'repository', [allow({ Principal: '*', Action: PUSH })], ['warning access-principal-public']],
  [
    'everyone from an address',
    'repository',
    [allow({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })],
    [],
  ],
  [
    'everyone from any address',
    'repository',
    [allow({ Principal: '*', Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } })],
    ['warning access-principal-public'],
  ],
  [
    'everyone by TLS',
    'repository',
    [allow({ Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
    ['warning access-principal-public'],
  ],
  [
    'everyone outside of an organisation',
    'repository',
    [allow({ Principal: '*', Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
    ['warning access-principal-public'],
  ],
  [
    'an organisation if it is told',
    'repository',
    [allow({ Principal: '*', Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
    ['warning access-principal-public'],
  ],
  [
    'any organisation',
    'repository',
    [allow({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } } })],
    ['warning access-principal-public'],
  ],
  [
    'a unit',
    'repository',
    [
      allow({
        Principal: '*',
        Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-ab12/ou-ab12-11111111/*' } },
      }),
    ],
    [],
  ],
  [
    'a unit without its quantifier',
    'repository',
    [allow({ Principal: '*', Condition: { StringLike: { 'aws:PrincipalOrgPaths': 'o-1234567890/r-ab12/*' } } })],
    ['warning access-org-form'],
  ],
  [
    'an organisation of another form',
    'repository',
    [allow({ Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': '1234567890' } } })],
    ['warning access-org-form'],
  ],
  [
    'roles by a pattern in a condition',
    'repository',
    [allow({ Principal: '*', Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/ci-*' } } })],
    [],
  ],
  [
    'a VPC endpoint',
    'repository',
    [allow({ Principal: '*', Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } })],
    [],
  ],
  [
    'a denial without TLS',
    'repository',
    [
      allow({}),
      { Effect: 'Deny', Principal: '*', Action: 'ecr:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
    [],
  ],
  [
    'a denial of deletion',
    'repository',
    [allow({}), { Effect: 'Deny', Principal: '*', Action: ['ecr:BatchDeleteImage', 'ecr:DeleteRepository'] }],
    [],
  ],
  [
    'a lock for everyone',
    'repository',
    [allow({}), { Effect: 'Deny', Principal: '*', Action: 'ecr:*' }],
    ['warning access-lockout'],
  ],
  [
    'everyone whom a denial keeps out',
    'repository',
    [
      allow({ Principal: '*' }),
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 'ecr:*',
        Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
      },
    ],
    [],
  ],
  [
    'Lambda of the account',
    'repository',
    [allow({ Principal: LAMBDA, Action: TWO, Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } })],
    [],
  ],
  [
    'Lambda of an organisation',
    'repository',
    [allow({ Principal: LAMBDA, Action: TWO, Condition: { StringEquals: { 'aws:SourceOrgID': 'o-1234567890' } } })],
    [],
  ],
  [
    'Lambda by a role',
    'repository',
    [
      allow({
        Principal: LAMBDA,
        Action: TWO,
        Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:iam::111122223333:role/f' } },
      }),
    ],
    ['warning access-lambda-arn'],
  ],
  ['CodeBuild', 'repository', [allow({ Principal: { Service: 'codebuild.amazonaws.com' } })], []],
  [
    'a task of ECS',
    'repository',
    [allow({ Principal: { Service: 'ecs-tasks.amazonaws.com' } })],
    ['hint access-principal-service-unused'],
  ],
  [
    'a session',
    'repository',
    [allow({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/ci/session' } })],
    ['warning access-principal-session'],
  ],
  [
    'all accounts by a pattern',
    'repository',
    [allow({ Principal: { AWS: 'arn:aws:iam::*:root' } })],
    ['warning access-principal-form'],
  ],
  [
    'users by a pattern',
    'repository',
    [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:user/*' } })],
    ['warning access-principal-form'],
  ],
  [
    'a group',
    'repository',
    [allow({ Principal: { AWS: 'arn:aws:iam::111122223333:group/dev' } })],
    ['warning access-principal-form'],
  ],
  ['eleven digits', 'repository', [allow({ Principal: { AWS: '11112222333' } })], ['error access-principal-form']],
  [
    'a placeholder',
    'repository',
    [allow({ Principal: { AWS: 'arn:aws:iam::<ACCOUNT_ID>:root' } })],
    ['error access-principal-form'],
  ],
  [
    'two partitions',
    'repository',
    [allow({ Principal: { AWS: ['arn:aws:iam::111122223333:root', 'arn:aws-cn:iam::444455556666:root'] } })],
    ['warning access-principal-partition'],
  ],
  ['China alone', 'repository', [allow({ Principal: { AWS: 'arn:aws-cn:iam::111122223333:root' } })], []],
  ['no principal', 'repository', [{ Effect: 'Allow', Action: PULL }], ['error access-principal-missing']],
  [
    'a foreign service',
    'repository',
    [allow({ Action: [...PULL, 's3:GetObject'] })],
    ['warning access-action-service'],
  ],
  [
    'a name without a service',
    'repository',
    [allow({ Action: [...PULL, 'ListImages'] })],
    ['warning access-action-service'],
  ],
  [
    'a misspelt action',
    'repository',
    [allow({ Action: [...PULL, 'ecr:DescribeImage'] })],
    ['warning access-action-unknown'],
  ],
  [
    'the token',
    'repository',
    [allow({ Action: [...PULL, 'ecr:GetAuthorizationToken'] })],
    ['hint access-action-no-effect'],
  ],
  [
    'the creation of repositories',
    'repository',
    [allow({ Action: [...PULL, 'ecr:CreateRepository'] })],
    ['hint access-action-registry-only'],
  ],
  [
    'tags of images as a condition',
    'repository',
    [allow({ Condition: { StringEquals: { 'ecr:ImageTag': 'v1' } } })],
    ['warning access-condition-key'],
  ],
  [
    'tags of the repository as a condition',
    'repository',
    [allow({ Condition: { StringEquals: { 'ecr:ResourceTag/env': 'prod' } } })],
    [],
  ],
  [
    'an operator that does not exist',
    'repository',
    [allow({ Condition: { StringMatches: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
    ['warning access-condition-operator'],
  ],
  [
    'an operator in small letters',
    'repository',
    [allow({ Condition: { stringequals: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
    [],
  ],
  [
    'a star that is compared literally',
    'repository',
    [allow({ Condition: { StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } })],
    ['warning access-condition-wildcard'],
  ],
  [
    'an ARN operator with a star',
    'repository',
    [allow({ Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } } })],
    [],
  ],
  [
    'an operator of ARNs for an organisation',
    'repository',
    [allow({ Condition: { ArnLike: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
    ['warning access-condition-type'],
  ],
  [
    'a text in the place of true',
    'repository',
    [allow({ Condition: { Bool: { 'aws:SecureTransport': 'yes' } } })],
    ['warning access-condition-type'],
  ],
  [
    'an address that is none',
    'repository',
    [allow({ Condition: { IpAddress: { 'aws:SourceIp': 'office' } } })],
    ['warning access-condition-type'],
  ],
  [
    'a key of another case',
    'repository',
    [allow({ Condition: { StringEquals: { 'AWS:principalorgid': 'o-1234567890' } } })],
    [],
  ],
  ['a tag of who asks', 'repository', [allow({ Condition: { StringEquals: { 'aws:PrincipalTag/team': 'web' } } })], []],
  [
    'a cache for another account',
    'registry',
    [
      allow({
        Action: ['ecr:BatchImportUpstreamImage', 'ecr:CreateRepository'],
        Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/quay/*',
      }),
    ],
    [],
  ],
  ['everything of a registry', 'registry', [allow({ Action: 'ecr:*', Resource: '*' })], []],
  [
    'all repositories of a registry by two ARNs',
    'registry',
    [
      allow({
        Action: 'ecr:ReplicateImage',
        Resource: [
          'arn:aws:ecr:eu-west-1:444455556666:repository/a/*',
          'arn:aws:ecr:eu-west-1:444455556666:repository/b',
        ],
      }),
    ],
    [],
  ],
  [
    'the token in a registry',
    'registry',
    [allow({ Action: ['ecr:GetAuthorizationToken', ...PULL], Resource: '*' })],
    [],
  ],
  [
    'an ARN without its service',
    'registry',
    [allow({ Action: 'ecr:ReplicateImage', Resource: 'arn:aws:us-east-2:444455556666:repository/*' })],
    ['warning access-registry-resource'],
  ],
  [
    'an ARN of S3',
    'registry',
    [allow({ Action: 'ecr:ReplicateImage', Resource: 'arn:aws:s3:::bucket/*' })],
    ['warning access-registry-resource'],
  ],
  [
    'the name of a repository',
    'registry',
    [allow({ Action: 'ecr:ReplicateImage', Resource: 'app/*' })],
    ['warning access-registry-resource'],
  ],
  ['everyone in a registry', 'registry', [allow({ Principal: '*', Action: 'ecr:ReplicateImage', Resource: '*' })], []],
  [
    'a push to a public repository',
    'public',
    [
      allow({
        Action: ['ecr-public:BatchCheckLayerAvailability', ...PUSH.map((name) => name.replace('ecr:', 'ecr-public:'))],
      }),
    ],
    [],
  ],
  [
    'a pull from a public repository',
    'public',
    [allow({ Principal: '*', Action: ['ecr-public:BatchGetImage', 'ecr-public:GetDownloadUrlForLayer'] })],
    [],
  ],
  [
    'everyone who pushes to a public repository',
    'public',
    [
      allow({
        Principal: '*',
        Action: ['ecr-public:BatchCheckLayerAvailability', ...PUSH.map((name) => name.replace('ecr:', 'ecr-public:'))],
      }),
    ],
    ['warning access-principal-public'],
  ],
  [
    'private actions in a public repository',
    'public',
    [allow({ Action: ['ecr:PutImage'] })],
    ['warning access-action-service'],
  ],
  [
    'public actions in a private repository',
    'repository',
    [allow({ Action: ['ecr-public:PutImage'] })],
    ['warning access-action-service'],
  ],
];
