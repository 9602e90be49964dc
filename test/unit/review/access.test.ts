import { expect, test } from 'vitest';
import type { WrittenChange } from './support.ts';
import { effects, inShort, planText } from './support.ts';

const ADDRESS = 'aws_ecr_repository_policy.a';
const PULL = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const PUSH = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:InitiateLayerUpload',
  'ecr:UploadLayerPart',
  'ecr:CompleteLayerUpload',
  'ecr:PutImage',
];
const [A, B] = ['111122223333', '444455556666'];
const account = (id: string) => ({ AWS: `arn:aws:iam::${id}:root` });
const ORGANISATION = { StringEquals: { 'aws:PrincipalOrgID': 'o-aaaaaaaaaa' } };

function allow(Principal: unknown, Action: unknown, more: object = {}): object {
  return { Effect: 'Allow', Principal, Action, ...more };
}

function deny(Principal: unknown, Action: unknown, more: object = {}): object {
  return { ...allow(Principal, Action, more), Effect: 'Deny' };
}

function text(...Statement: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

const WIDENED = ['warning access-widened'];
const NARROWED = ['info access-narrowed'];

/** Before, after, and the finding; null means no policy. */
const PAIRS: readonly (readonly [string, string | null, string | null, readonly string[]])[] = [
  ['the same', text(allow(account(A), PULL)), text(allow(account(A), PULL)), []],
  ['an account by its number', text(allow({ AWS: A }, PULL)), text(allow(account(A), PULL)), []],
  [
    'actions in another order and case',
    text(allow(account(A), PULL)),
    text(allow(account(A), ['ECR:GetDownloadUrlForLayer', 'ecr:batchgetimage'])),
    [],
  ],
  ['a list of one as a text', text(allow({ AWS: [A] }, PULL)), text(allow({ AWS: A }, PULL)), []],
  [
    'one statement as two',
    text(allow({ AWS: [A, B] }, PULL)),
    text(allow(account(B), PULL), allow(account(A), PULL)),
    [],
  ],
  [
    'names of statements',
    text(allow(account(A), PULL, { Sid: 'One' })),
    text(allow(account(A), PULL, { Sid: 'Two' })),
    [],
  ],
  [
    'actions of the registry that matter to nobody here',
    text(allow(account(A), PULL)),
    text(allow(account(A), [...PULL, 'ecr:ListImages'])),
    [],
  ],
  ['another account', text(allow(account(A), PULL)), text(allow({ AWS: [A, B] }, PULL)), WIDENED],
  ['an account less', text(allow({ AWS: [A, B] }, PULL)), text(allow(account(A), PULL)), NARROWED],
  ['one account for another', text(allow(account(A), PULL)), text(allow(account(B), PULL)), [...WIDENED, ...NARROWED]],
  ['push beside pull', text(allow(account(A), PULL)), text(allow(account(A), [...PULL, ...PUSH])), WIDENED],
  ['all actions', text(allow(account(A), PULL)), text(allow(account(A), 'ecr:*')), WIDENED],
  [
    'the account in place of its role',
    text(allow({ AWS: `arn:aws:iam::${A}:role/ci` }, PULL)),
    text(allow(account(A), PULL)),
    WIDENED,
  ],
  [
    'a role in place of its account',
    text(allow(account(A), PULL)),
    text(allow({ AWS: `arn:aws:iam::${A}:role/ci` }, PULL)),
    NARROWED,
  ],
  ['everyone', text(allow(account(A), PULL)), text(allow('*', PULL)), ['error access-widened']],
  ['everyone of AWS', null, text(allow({ AWS: '*' }, PULL)), ['error access-widened']],
  [
    'an organisation',
    text(allow(account(A), PULL)),
    text(allow(account(A), PULL), allow('*', PULL, { Condition: ORGANISATION })),
    WIDENED,
  ],
  [
    'a condition less, so that it is everyone',
    text(allow('*', PULL, { Condition: ORGANISATION })),
    text(allow('*', PULL)),
    ['error access-widened'],
  ],
  ['a condition more', text(allow('*', PULL)), text(allow('*', PULL, { Condition: ORGANISATION })), NARROWED],
  [
    'half of what a pull takes, which is not a pull',
    text(allow(account(A), PULL)),
    text(allow(account(A), PULL), allow(account(B), PULL[0])),
    [],
  ],
  [
    'a service',
    text(allow(account(A), PULL)),
    text(allow(account(A), PULL), allow({ Service: 'lambda.amazonaws.com' }, PULL)),
    WIDENED,
  ],
  [
    'a denial that goes',
    text(allow('*', PULL, { Condition: ORGANISATION }), deny(account(B), PULL)),
    text(allow('*', PULL, { Condition: ORGANISATION })),
    WIDENED,
  ],
  [
    'a denial that comes',
    text(allow(account(A), PULL)),
    text(allow(account(A), PULL), deny('*', 'ecr:BatchDeleteImage')),
    NARROWED,
  ],
  ['a policy of a denial alone that goes', text(deny('*', PULL)), null, WIDENED],
  ['no policy any more', text(allow(account(A), PULL)), null, NARROWED],
  ['a policy that comes', null, text(allow(account(A), PULL)), WIDENED],
];

function changeOf(before: string | null, after: string | null, address = ADDRESS, more: object = {}): WrittenChange {
  const values = (policy: string | null) => (policy === null ? null : { repository: 'team/api', policy });
  const actions = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
  return { address, actions, before: values(before), after: values(after), ...more };
}

test.each(PAIRS)('%s', (_, before, after, expected) => {
  const found = inShort(effects(planText([changeOf(before, after)])));
  expect(found).toEqual(expected.map((one) => `${one} ${ADDRESS}`));
});

test('says who, what, and how it was before', () => {
  const [found] = effects(
    planText([
      changeOf(text(allow(account(A), PULL)), text(allow(account(A), PULL), allow(account(B), [...PULL, ...PUSH]))),
    ]),
  );
  expect(found?.message).toBe('Account 444455556666 may now pull and push.');
  expect(found?.because).toEqual([
    'Before: Account 111122223333 may pull. Nobody else may pull by this policy. Nobody may push by this policy.',
    'After: Account 111122223333 may pull. Account 444455556666 may pull and push. Nobody else may pull or push by this policy.',
  ]);
});

const NEW_REPOSITORY = { address: 'aws_ecr_repository.a', actions: ['create'], after: { name: 'team/api' } };

test('is mild on a repository that the plan creates, unless everyone gains', () => {
  const some = changeOf(null, text(allow(account(A), PULL)));
  const all = changeOf(null, text(allow('*', PULL)));
  expect(inShort(effects(planText([NEW_REPOSITORY, some])))).toEqual([`info access-widened ${ADDRESS}`]);
  expect(inShort(effects(planText([NEW_REPOSITORY, all])))).toEqual([`error access-widened ${ADDRESS}`]);
});

const REGISTRY = text(allow(account(A), 'ecr:ReplicateImage', { Resource: '*' }));
const PUBLIC = [
  'ecr-public:BatchCheckLayerAvailability',
  'ecr-public:InitiateLayerUpload',
  'ecr-public:UploadLayerPart',
  'ecr-public:CompleteLayerUpload',
  'ecr-public:PutImage',
];

const OTHER_PLACES: readonly (readonly [string, object | null, object | null, readonly string[]])[] = [
  ['aws_ecr_registry_policy.a', null, { policy: REGISTRY }, WIDENED],
  ['aws_ecr_registry_policy.a', { policy: REGISTRY }, null, NARROWED],
  [
    'aws_ecr_registry_policy.a',
    { policy: REGISTRY },
    { policy: text(allow('*', 'ecr:ReplicateImage', { Resource: '*' })) },
    ['error access-widened'],
  ],
  ['awscc_ecr_registry_policy.a', null, { policy_text: REGISTRY }, WIDENED],
  [
    'aws_ecrpublic_repository_policy.a',
    null,
    { repository_name: 'app', policy: text(allow(account(A), PUBLIC)) },
    WIDENED,
  ],
  [
    'awscc_ecr_repository.a',
    { repository_name: 'app' },
    { repository_name: 'app', repository_policy_text: text(allow(account(A), PULL)) },
    WIDENED,
  ],
  [
    'awscc_ecr_public_repository.a',
    { repository_policy_text: text(allow(account(A), PUBLIC)) },
    { repository_name: 'app' },
    NARROWED,
  ],
];

test.each(OTHER_PLACES)('%s from %o to %o', (address, before, after, expected) => {
  const actions = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
  const found = inShort(effects(planText([{ address, actions, before, after }])));
  expect(found).toEqual(expected.map((one) => `${one} ${address}`));
});

test('says nothing of who is in a sensitive policy', () => {
  const change = { after_sensitive: { policy: true } };
  const found = effects(
    planText([changeOf(text(allow(account(A), PULL)), text(allow(account(B), PULL)), ADDRESS, { change })]),
  );
  expect(inShort(found)).toEqual([`warning access-widened ${ADDRESS}`, `info access-narrowed ${ADDRESS}`]);
  expect(JSON.stringify(found)).not.toMatch(/111122223333|444455556666/);
});

test('takes a policy that goes to another repository for one that comes there', () => {
  const policy = text(allow(account(A), PULL));
  const change = {
    address: ADDRESS,
    actions: ['delete', 'create'],
    before: { repository: 'old', policy },
    after: { repository: 'new', policy },
  };
  const found = effects(planText([change]));
  expect(inShort(found)).toEqual([`warning access-widened ${ADDRESS}`, `info access-narrowed ${ADDRESS}`]);
  expect(found[1]?.message).toContain('old');
});

test('is silent where a policy follows a repository that gets another name', () => {
  const policy = text(allow(account(A), PULL));
  const renamed = {
    address: 'aws_ecr_repository.a',
    actions: ['delete', 'create'],
    before: { name: 'old' },
    after: { name: 'new' },
  };
  const change = {
    address: ADDRESS,
    actions: ['delete', 'create'],
    before: { repository: 'old', policy },
    after: { repository: 'new', policy },
  };
  expect(inShort(effects(planText([renamed, change])))).toEqual(['warning repository-replaced aws_ecr_repository.a']);
});
