import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../server/src/checks/registry.ts';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import type { Target } from '../../support/accessSpellings.ts';
import { hcl, holding } from '../../support/accessSpellings.ts';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIds } from '../../support/checkProblems.ts';

const PULL = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const TWO = PULL.slice(1);
const UPLOAD = ['ecr:InitiateLayerUpload', 'ecr:UploadLayerPart', 'ecr:CompleteLayerUpload'];
const A = 'arn:aws:iam::111122223333:root';
const LAMBDA = { Service: 'lambda.amazonaws.com' };
const functions = (region = 'eu-west-1', account = '111122223333') => ({
  StringLike: { 'aws:SourceArn': `arn:aws:lambda:${region}:${account}:function:*` },
});
const REPOSITORIES = 'arn:aws:ecr:eu-west-1:444455556666:repository/*';

type Statement = Readonly<Record<string, JsonValue>>;

const allow = (more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: A },
  Action: PULL,
  ...more,
});
const without = (key: string): Statement => {
  const { [key]: _, ...rest } = allow();
  return rest;
};

/** A text in Terraform's language where a value would stand. */
const raw = (text: string) => `@@${text}@@`;
const withRaw = (text: string) => text.replaceAll(/"@@(.*?)@@"/g, '$1');
const encoded = (policy: JsonValue) => `jsonencode(${withRaw(hcl(policy))})`;
const policy = (statements: readonly Statement[], target: Target = 'repository', more: Statement = {}) =>
  holding(encoded({ Version: '2012-10-17', Statement: statements, ...more }), target);
const one = (more: Statement, target: Target = 'repository') => policy([allow(more)], target);
const registry = (more: Statement) => one({ Action: ['ecr:ReplicateImage'], ...more }, 'registry');
const publicOne = (more: Statement) => one(more, 'public');
const everyone = (Condition?: JsonValue) => one({ Principal: '*', ...(Condition === undefined ? {} : { Condition }) });
const when = (operator: string, key: string, value: JsonValue) => one({ Condition: { [operator]: { [key]: value } } });
const identity = (statement: Statement) =>
  `resource "aws_ecr_repository" "r" {\n  name = "app"\n}\nresource "aws_iam_policy" "i" {\n  policy = ${encoded({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] })}\n}\n`;
const region = (name: string) => `provider "aws" {\n  region = "${name}"\n}\n`;

interface Row {
  /** Severity and id of the only access problem of each wrong text. */
  readonly wrong: Readonly<Record<string, readonly (string | Files)[]>>;
  readonly right: readonly (string | Files)[];
  readonly unknown: readonly (string | Files)[];
}

const UNKNOWN_TEXT = raw('var.x');

const ROWS: Readonly<Record<string, Row>> = {
  'access-policy-json': {
    wrong: {
      error: [holding('"pull"'), holding('"[]"'), holding('"3"'), holding('"{"')],
    },
    right: [
      one({}),
      holding(`"${JSON.stringify({ Version: '2012-10-17', Statement: [allow()] }).replaceAll('"', '\\"')}"`),
    ],
    unknown: [holding('var.policy'), holding('"${var.policy}"'), holding('<<EOF\n${var.policy}\nEOF')],
  },
  'access-policy-length': {
    wrong: { error: [one({ Sid: 'x'.repeat(10_300) })] },
    right: [one({ Sid: 'x'.repeat(9_000) })],
    unknown: [one({ Sid: UNKNOWN_TEXT, Condition: { StringEquals: { 'aws:PrincipalTag/a': 'x'.repeat(9_900) } } })],
  },
  'access-version-value': {
    wrong: {
      warning: ['2012-10-18', '2020-01-01', '', 'latest'].map((Version) =>
        policy([allow()], 'repository', { Version }),
      ),
    },
    right: ['2012-10-17', '2008-10-17'].map((Version) => policy([allow()], 'repository', { Version })),
    unknown: [policy([allow()], 'repository', { Version: UNKNOWN_TEXT })],
  },
  'access-version-missing': {
    wrong: { hint: [holding(encoded({ Statement: [allow()] })), holding(encoded({ Id: 'x', Statement: [allow()] }))] },
    right: [one({})],
    unknown: [holding('jsonencode(merge(var.base, { Statement = [] }))'), holding('jsonencode(var.p)')],
  },
  'access-effect-value': {
    wrong: {
      warning: [
        one({ Effect: 'allow' }),
        one({ Effect: 'DENY' }),
        one({ Effect: 'Permit' }),
        policy([without('Effect')]),
      ],
    },
    right: [one({}), policy([allow(), allow({ Effect: 'Deny', Action: 'ecr:DeleteRepository' })])],
    unknown: [one({ Effect: UNKNOWN_TEXT })],
  },
  'access-statement-missing': {
    wrong: {
      warning: [
        holding(encoded({ Version: '2012-10-17' })),
        policy([]),
        `data "aws_iam_policy_document" "d" {\n}\n${holding('data.aws_iam_policy_document.d.json')}`,
      ],
    },
    right: [one({}), holding(encoded({ Version: '2012-10-17', Statement: allow() }))],
    unknown: [holding('jsonencode({ Version = "2012-10-17", Statement = var.statements })')],
  },
  'access-element-unknown': {
    wrong: {
      warning: [
        policy([{ ...without('Action'), Actions: PULL }]),
        policy([{ ...without('Principal'), Principals: { AWS: A } }]),
        one({ Conditions: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }),
        one({ Note: 'mine' }),
        policy([allow()], 'repository', { Owner: 'me' }),
      ],
    },
    right: [one({ Sid: 'Pull by others' }), policy([allow()], 'repository', { Id: 'mine' })],
    unknown: [policy([{ ...allow(), [raw('(var.key)')]: 'x' }])],
  },
  'access-principal-missing': {
    wrong: {
      error: [
        policy([without('Principal')]),
        registry({ Resource: REPOSITORIES }).replace(/\s*"Principal": \{[^}]*\},/, ''),
        `data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ${JSON.stringify(PULL)}\n  }\n}\n${holding('data.aws_iam_policy_document.d.json')}`,
      ],
    },
    right: [one({}), one({ Principal: { Service: 'codebuild.amazonaws.com' } })],
    unknown: [holding('jsonencode({ Version = "2012-10-17", Statement = [merge(var.s, { Effect = "Allow" })] })')],
  },
  'access-principal-form': {
    wrong: {
      error: [
        'arn:aws:iam::111122223333:*',
        '11112222333',
        'arn:aws:iam::<ACCOUNT>:root',
        'arn:aws:iam::ACCOUNT_ID:root',
      ].map((AWS) => one({ Principal: { AWS } })),
      warning: [
        'arn:aws:iam::*:root',
        'arn:aws:iam::111122223333:role/ci-*',
        'arn:aws:iam::111122223333:group/dev',
      ].map((AWS) => one({ Principal: { AWS } })),
    },
    right: [A, '111122223333', 'arn:aws:iam::111122223333:role/a/b', 'arn:aws:iam::111122223333:user/u'].map((AWS) =>
      one({ Principal: { AWS } }),
    ),
    unknown: [
      one({ Principal: { AWS: UNKNOWN_TEXT } }),
      one({ Principal: { AWS: 'arn:aws:iam::${var.x}:root' } }).replace('$${', '${'),
    ],
  },
  'access-principal-session': {
    wrong: { warning: [one({ Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/ci/session' } })] },
    right: [one({ Principal: { AWS: 'arn:aws:iam::111122223333:role/ci' } })],
    unknown: [one({ Principal: { AWS: raw('data.aws_caller_identity.me.arn') } })],
  },
  'access-principal-partition': {
    wrong: {
      warning: [
        one({ Principal: { AWS: [A, 'arn:aws-cn:iam::444455556666:root'] } }),
        region('us-gov-west-1') + one({}),
      ],
    },
    right: [one({ Principal: { AWS: 'arn:aws-cn:iam::111122223333:root' } }), region('eu-west-1') + one({})],
    unknown: [
      `provider "aws" {\n  region = var.region\n}\n${one({ Principal: { AWS: 'arn:aws-cn:iam::111122223333:root' } })}`,
    ],
  },
  'access-principal-public': {
    wrong: {
      warning: [
        everyone(),
        one({ Principal: { AWS: '*' } }),
        everyone({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } }),
        everyone({ StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1234567890' } }),
        everyone({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/*' } }),
        everyone({ Null: { 'aws:PrincipalOrgID': 'true' } }),
        everyone({ StringLike: { 'aws:PrincipalOrgID': '*' } }),
        publicOne({
          Principal: '*',
          Action: [
            'ecr-public:BatchCheckLayerAvailability',
            ...[...UPLOAD, 'ecr:PutImage'].map((name) => name.replace('ecr:', 'ecr-public:')),
          ],
        }),
      ],
    },
    right: [
      ...[
        { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
        { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-1234567890/r-ab12/*' } },
        { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/*' } },
        { StringEquals: { 'aws:PrincipalAccount': '111122223333' } },
        { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } },
        { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
        { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
        { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        { StringEquals: { 'aws:SourceOrgID': 'o-1234567890' } },
        { ArnLike: { 'aws:SourceArn': 'arn:aws:lambda:eu-west-1:111122223333:function:*' } },
      ].map((condition) => everyone(condition)),
      publicOne({ Principal: '*', Action: ['ecr-public:BatchGetImage', 'ecr-public:GetDownloadUrlForLayer'] }),
    ],
    unknown: [
      one({ Principal: UNKNOWN_TEXT }),
      everyone({ StringEquals: { 'aws:PrincipalOrgID': UNKNOWN_TEXT } }),
      everyone(raw('var.condition')),
      one({ Principal: '*', Effect: UNKNOWN_TEXT }),
    ],
  },
  'access-principal-service-unused': {
    wrong: {
      hint: ['ecs-tasks', 'ecs', 'eks', 'ec2'].map((name) => one({ Principal: { Service: `${name}.amazonaws.com` } })),
    },
    right: [one({ Principal: { Service: 'codebuild.amazonaws.com' } })],
    unknown: [one({ Principal: { Service: UNKNOWN_TEXT } })],
  },
  'access-new-role-race': {
    wrong: {
      hint: [
        `resource "aws_iam_role" "ci" {\n  name = "ci"\n}\n${one({ Principal: { AWS: raw('aws_iam_role.ci.arn') } })}`,
      ],
    },
    right: [one({ Principal: { AWS: raw('data.aws_iam_role.ci.arn') } })],
    unknown: [one({ Principal: { AWS: raw('var.role_arn') } }), one({ Principal: { AWS: raw('module.ci.role_arn') } })],
  },
  'access-resource-element': {
    wrong: { warning: [one({ Resource: '*' }), one({ NotResource: REPOSITORIES }), one({ Resource: [REPOSITORIES] })] },
    right: [one({}), registry({ Resource: REPOSITORIES })],
    unknown: [
      holding(
        'jsonencode({ Version = "2012-10-17", Statement = [for s in var.statements : merge(s, { Resource = null })] })',
      ),
    ],
  },
  'access-registry-resource': {
    wrong: {
      warning: [
        registry({}),
        registry({ Resource: 'arn:aws:us-east-2:444455556666:repository/*' }),
        registry({ Resource: 'arn:aws:s3:::bucket/*' }),
        region('eu-central-1') + registry({ Resource: REPOSITORIES }),
        `provider "aws" {\n  region = "eu-west-1"\n  allowed_account_ids = ["777788889999"]\n}\n${registry({ Resource: REPOSITORIES })}`,
      ],
    },
    right: [
      registry({ Resource: REPOSITORIES }),
      registry({ Resource: '*' }),
      region('eu-west-1') + registry({ Resource: REPOSITORIES }),
    ],
    unknown: [registry({ Resource: UNKNOWN_TEXT })],
  },
  'access-action-service': {
    wrong: {
      warning: [
        one({ Action: [...PULL, 's3:GetObject'] }),
        one({ Action: [...PULL, 'ecr-public:PutImage'] }),
        one({ Action: [...PULL, 'ListImages'] }),
        publicOne({ Action: ['ecr:PutImage'] }),
      ],
    },
    right: [one({ Action: [...PULL, 'ecr:ListImages'] }), publicOne({ Action: ['ecr-public:DescribeImages'] })],
    unknown: [one({ Action: UNKNOWN_TEXT })],
  },
  'access-action-unknown': {
    wrong: {
      warning: [
        'ecr:PullImage',
        'ecr:PushImage',
        'ecr:DescribeImage',
        'ecr:BatchGetIamge',
        'ecr:DescribeRegistries',
        'ecr:Foo*',
      ].map((name) => one({ Action: [...PULL, name] })),
    },
    right: [one({ Action: [...PULL, 'ecr:Describe*', 'ecr:LISTIMAGES', 'ecr:?istImages'] })],
    unknown: [one({ Action: [...PULL, UNKNOWN_TEXT] })],
  },
  'access-action-no-effect': {
    wrong: {
      hint: ['ecr:GetAuthorizationToken', 'ecr:DescribeRegistry', 'ecr:PutAccountSetting'].map((name) =>
        one({ Action: [...PULL, name] }),
      ),
    },
    right: [
      one({ Action: [...PULL, 'ecr:DescribeImages'] }),
      registry({ Action: ['ecr:GetAuthorizationToken'], Resource: '*' }),
    ],
    unknown: [one({ Action: [...PULL, UNKNOWN_TEXT] })],
  },
  'access-action-registry-only': {
    wrong: { hint: ['ecr:CreateRepository', 'ecr:ReplicateImage'].map((name) => one({ Action: [...PULL, name] })) },
    right: [registry({ Action: ['ecr:CreateRepository', 'ecr:ReplicateImage'], Resource: REPOSITORIES })],
    unknown: [one({ Action: [...PULL, UNKNOWN_TEXT] })],
  },
  'access-pull-incomplete': {
    wrong: {
      warning: [one({ Action: 'ecr:BatchGetImage' }), one({ Action: 'ecr:GetDownloadUrlForLayer' })],
      hint: [one({ Action: TWO })],
    },
    right: [
      one({}),
      one({ Action: ['ecr:DescribeImages', 'ecr:ListImages'] }),
      one({ Action: ['ecr:BatchCheckLayerAvailability', ...UPLOAD, 'ecr:PutImage'] }),
      policy([allow({ Action: PULL.slice(0, 2) }), allow({ Action: PULL.slice(2) })]),
    ],
    unknown: [
      one({ Action: ['ecr:BatchGetImage', UNKNOWN_TEXT] }),
      policy([
        allow({ Action: 'ecr:BatchGetImage', Principal: { AWS: UNKNOWN_TEXT } }),
        allow({ Action: PULL.slice(2), Principal: { AWS: raw('var.y') } }),
      ]),
    ],
  },
  'access-push-incomplete': {
    wrong: { warning: [one({ Action: 'ecr:PutImage' }), one({ Action: UPLOAD })] },
    right: [
      one({ Action: ['ecr:BatchCheckLayerAvailability', ...UPLOAD, 'ecr:PutImage'] }),
      one({ Action: [...PULL, 'ecr:*Layer*', 'ecr:PutImage'] }),
    ],
    unknown: [one({ Action: ['ecr:PutImage', UNKNOWN_TEXT] })],
  },
  'access-lambda-half': {
    wrong: {
      warning: [
        `provider "aws" {\n  allowed_account_ids = ["444455556666"]\n}\n${one({ Principal: LAMBDA, Action: TWO, Condition: functions() })}`,
      ],
    },
    right: [
      `provider "aws" {\n  allowed_account_ids = ["444455556666"]\n}\n${policy([
        allow({ Action: TWO }),
        allow({ Principal: LAMBDA, Action: TWO, Condition: functions() }),
      ])}`,
      `provider "aws" {\n  allowed_account_ids = ["111122223333"]\n}\n${one({ Principal: LAMBDA, Action: TWO, Condition: functions() })}`,
    ],
    unknown: [one({ Principal: LAMBDA, Action: TWO, Condition: functions() })],
  },
  'access-lambda-condition': {
    wrong: {
      warning: [
        one({ Principal: LAMBDA }),
        one({ Principal: LAMBDA, Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
      ],
    },
    right: ['aws:SourceAccount', 'aws:SourceOrgID'].map((key) =>
      one({
        Principal: LAMBDA,
        Condition: { StringEquals: { [key]: key === 'aws:SourceAccount' ? '111122223333' : 'o-1234567890' } },
      }),
    ),
    unknown: [
      one({ Principal: LAMBDA, Condition: raw('var.condition') }),
      one({ Principal: { Service: UNKNOWN_TEXT } }),
    ],
  },
  'access-lambda-arn': {
    wrong: {
      warning: [
        one({
          Principal: LAMBDA,
          Action: TWO,
          Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:iam::111122223333:role/f' } },
        }),
        region('eu-west-1') + one({ Principal: LAMBDA, Action: TWO, Condition: functions('us-east-1') }),
      ],
    },
    right: [region('eu-west-1') + one({ Principal: LAMBDA, Action: TWO, Condition: functions() })],
    unknown: [one({ Principal: LAMBDA, Action: TWO, Condition: { ArnLike: { 'aws:SourceArn': UNKNOWN_TEXT } } })],
  },
  'access-org-lambda': {
    wrong: {
      hint: [
        `resource "aws_ecr_repository" "r" {\n  name = "team/app"\n}\nresource "aws_lambda_function" "f" {\n  provider      = aws.other\n  function_name = "f"\n  package_type  = "Image"\n  role          = "arn:aws:iam::111122223333:role/f"\n  image_uri     = "\${aws_ecr_repository.r.repository_url}:v1"\n}\nprovider "aws" {\n  allowed_account_ids = ["444455556666"]\n}\nprovider "aws" {\n  alias               = "other"\n  allowed_account_ids = ["111122223333"]\n}\n${everyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } }).replace('"team/app"', 'aws_ecr_repository.r.name')}`,
      ],
    },
    right: [everyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } })],
    unknown: [everyone({ StringEquals: { 'aws:PrincipalOrgID': UNKNOWN_TEXT } })],
  },
  'access-org-form': {
    wrong: {
      warning: [
        when('StringEquals', 'aws:PrincipalOrgID', '1234567890'),
        when('StringEquals', 'aws:PrincipalOrgID', 'o-short'),
        when('StringLike', 'aws:PrincipalOrgPaths', 'o-1234567890/r-ab12/*'),
      ],
    },
    right: [
      when('StringEquals', 'aws:PrincipalOrgID', ['o-1234567890', 'o-abcdefghij']),
      when('ForAnyValue:StringLike', 'aws:PrincipalOrgPaths', 'o-1234567890/r-ab12/*'),
    ],
    unknown: [when('StringEquals', 'aws:PrincipalOrgID', UNKNOWN_TEXT)],
  },
  'access-condition-key': {
    wrong: { warning: ['ecr:ImageTag', 'ecr:RepositoryName'].map((key) => when('StringEquals', key, 'v1')) },
    right: [
      when('StringEquals', 'ecr:ResourceTag/env', 'prod'),
      when('StringEquals', 'aws:ResourceTag/env', 'prod'),
      when('StringEquals', 'ECR:resourcetag/env', 'prod'),
    ],
    unknown: [one({ Condition: { StringEquals: { [raw('(var.key)')]: 'x' } } })],
  },
  'access-condition-operator': {
    wrong: {
      warning: ['StringMatches', 'StringEqual', 'ForSomeValues:StringEquals'].map((operator) =>
        when(operator, 'aws:PrincipalOrgID', 'o-1234567890'),
      ),
    },
    right: [
      when('stringequals', 'aws:PrincipalOrgID', 'o-1234567890'),
      when('StringEqualsIfExists', 'aws:PrincipalOrgID', 'o-1234567890'),
    ],
    unknown: [one({ Condition: { [raw('(var.operator)')]: { 'aws:PrincipalOrgID': 'o-1234567890' } } })],
  },
  'access-condition-wildcard': {
    wrong: {
      warning: ['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase'].map((operator) =>
        when(operator, 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/*'),
      ),
    },
    right: ['StringLike', 'ArnLike', 'ArnEquals'].map((operator) =>
      when(operator, 'aws:PrincipalArn', 'arn:aws:iam::111122223333:role/*'),
    ),
    unknown: [when('StringEquals', 'aws:PrincipalArn', UNKNOWN_TEXT)],
  },
  'access-condition-type': {
    wrong: {
      warning: [
        when('ArnLike', 'aws:PrincipalOrgID', 'o-1234567890'),
        when('IpAddress', 'aws:PrincipalTag/a', '10.0.0.0/8'),
        when('Bool', 'aws:SecureTransport', 'yes'),
        when('Null', 'aws:PrincipalOrgID', 'maybe'),
        when('IpAddress', 'aws:SourceIp', 'office'),
      ],
    },
    right: [
      when('StringEquals', 'aws:SourceArn', 'arn:aws:lambda:eu-west-1:111122223333:function:f'),
      when('Bool', 'aws:SecureTransport', 'false'),
      when('IpAddress', 'aws:SourceIp', ['10.0.0.0/8', '2001:db8::/32']),
    ],
    unknown: [when('Bool', 'aws:SecureTransport', UNKNOWN_TEXT), when('IpAddress', 'aws:SourceIp', UNKNOWN_TEXT)],
  },
  'access-token-resource': {
    wrong: {
      warning: [
        identity({ Action: ['ecr:GetAuthorizationToken'], Resource: REPOSITORIES }),
        identity({ Action: ['ecr:GetAuthorizationToken', ...PULL], Resource: raw('aws_ecr_repository.r.arn') }),
      ],
    },
    right: [
      identity({ Action: ['ecr:GetAuthorizationToken'], Resource: '*' }),
      identity({ Action: PULL, Resource: REPOSITORIES }),
    ],
    unknown: [
      identity({ Action: ['ecr:GetAuthorizationToken'], Resource: UNKNOWN_TEXT }),
      identity({ Action: UNKNOWN_TEXT, Resource: REPOSITORIES }),
    ],
  },
  'access-identity-action': {
    wrong: {
      warning: ['ecr:PullImage', 'ecr:BatchGetImages'].map((name) => identity({ Action: [name], Resource: '*' })),
    },
    right: [identity({ Action: [...PULL, 'ecr:GetAuthorizationToken', 's3:GetObject', 'ecr:Get*'], Resource: '*' })],
    unknown: [identity({ Action: UNKNOWN_TEXT, Resource: '*' })],
  },
  'access-lockout': {
    wrong: {
      warning: ['ecr:*', 'ecr:SetRepositoryPolicy', 'ecr:DeleteRepositoryPolicy'].map((Action) =>
        policy([allow(), { Effect: 'Deny', Principal: '*', Action }]),
      ),
    },
    right: [
      policy([allow(), { Effect: 'Deny', Principal: '*', Action: 'ecr:BatchDeleteImage' }]),
      policy([
        allow(),
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'ecr:*',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } },
        },
      ]),
    ],
    unknown: [
      policy([allow(), { Effect: 'Deny', Principal: '*', Action: UNKNOWN_TEXT }]),
      policy([allow(), { Effect: 'Deny', Principal: { AWS: UNKNOWN_TEXT }, Action: 'ecr:*' }]),
    ],
  },
  'access-policy-repeated': {
    wrong: { error: [one({}) + one({}).replace('" "p"', '" "q"')] },
    right: [one({}) + one({}).replace('" "p"', '" "q"').replace('"team/app"', '"team/other"')],
    unknown: [one({}) + one({}).replace('" "p"', '" "q"').replace('"team/app"', 'var.repository')],
  },
  'access-lifecycle-mixup': {
    wrong: {
      error: [
        holding(
          'jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }] })',
        ),
        one({}).replace('aws_ecr_repository_policy', 'aws_ecr_lifecycle_policy'),
      ],
    },
    right: [one({})],
    unknown: [
      holding('jsonencode(var.p)'),
      one({})
        .replace('aws_ecr_repository_policy', 'aws_ecr_lifecycle_policy')
        .replace(/jsonencode\([\s\S]*\)/, 'var.p'),
    ],
  },
  'access-full-wildcard': {
    wrong: {
      hint: [
        `provider "aws" {\n  allowed_account_ids = ["444455556666"]\n}\n${one({ Action: 'ecr:*' })}`,
        one({ Principal: '*', Action: 'ecr:*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1234567890' } } }),
      ],
    },
    right: [`provider "aws" {\n  allowed_account_ids = ["111122223333"]\n}\n${one({ Action: 'ecr:*' })}`, one({})],
    unknown: [one({ Action: 'ecr:*' }), one({ Action: 'ecr:*', Principal: { AWS: UNKNOWN_TEXT } })],
  },
};

const access = (files: string | Files) => ruleIds(files).filter((id) => / access-/.test(id));

describe('the table of access checks', () => {
  it('has a row for each of them', () => {
    const ids = CHECKS.map(({ id }) => id).filter((id) => id.startsWith('access-'));
    expect(Object.keys(ROWS).sort()).toEqual([...ids].sort());
  });

  describe.each(Object.entries(ROWS))('%s', (id, { wrong, right, unknown }) => {
    const all = Object.entries(wrong).flatMap(([severity, texts]) => texts.map((text) => [severity, text] as const));

    it.each(all)('reports a %s, and nothing else: %s', (severity, text) => {
      expect(access(text)).toEqual([`${severity} ${id}`]);
    });

    it.each(right)('accepts %s', (text) => {
      expect(access(text).filter((found) => found.endsWith(id))).toEqual([]);
    });

    it.each(right)('leaves no warning in %s', (text) => {
      expect(access(text).filter((found) => !found.startsWith('hint'))).toEqual([]);
    });

    it.each(unknown)('says nothing about what is unknown in %s', (text) => {
      expect(access(text).filter((found) => found.endsWith(id))).toEqual([]);
    });
  });
});
