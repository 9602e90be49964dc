import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../../../server/src/syntax/edit/term.ts';
import type { Target } from '../../support/accessSpellings.ts';
import { spellingsOf } from '../../support/accessSpellings.ts';
import { ruleIds } from '../../support/checkProblems.ts';

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

const DOCUMENTS: readonly (readonly [string, Target, readonly JsonValue[], readonly string[]])[] = [
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
];

describe.each(DOCUMENTS)('an access policy for %s', (_, target, Statement, expected) => {
  it.each(spellingsOf({ Version: '2012-10-17', Statement }, target))('is judged alike in $spelling', ({ files }) => {
    expect(ruleIds(files).filter((found) => / access-/.test(found))).toEqual(expected);
  });
});
