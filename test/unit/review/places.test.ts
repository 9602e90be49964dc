import { expect, test } from 'vitest';
import type { WrittenChange } from './support.ts';
import { effects, inShort, planText, readPlan } from './support.ts';

const POLICY = 'aws_ecr_lifecycle_policy.a';
const text = (days: number) =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'sinceImagePushed', countUnit: 'days', countNumber: days },
        action: { type: 'expire' },
      },
    ],
  });
const side = (days: number, region?: string, repository = 'app') => ({
  repository,
  policy: text(days),
  ...(region === undefined ? {} : { region }),
});
const edit = (before: object, after: object): WrittenChange => ({
  address: POLICY,
  actions: ['delete', 'create'],
  before,
  after,
});
const created = (name: string, region?: string): WrittenChange => ({
  address: 'aws_ecr_repository.new',
  actions: ['create'],
  after: { name, ...(region === undefined ? {} : { region }) },
});

const TABLE: readonly (readonly [string, readonly WrittenChange[], readonly string[]])[] = [
  ['the region appears', [edit(side(9), side(9, 'eu-west-1'))], []],
  ['another region', [edit(side(9, 'eu-west-1'), side(9, 'us-east-1'))], [`warning policy-changed ${POLICY}`]],
  [
    'a repository of that name comes to another region',
    [created('app', 'us-east-1'), edit(side(9, 'eu-west-1'), side(3, 'eu-west-1'))],
    [`warning policy-changed ${POLICY}`],
  ],
  [
    'a repository of that name comes elsewhere, as to another account',
    [created('app'), edit(side(9), side(3))],
    [`warning policy-changed ${POLICY}`],
  ],
  [
    'a policy for a repository that is created in its region',
    [created('app', 'us-east-1'), { address: POLICY, actions: ['create'], after: side(3, 'us-east-1') }],
    [`info policy-added ${POLICY}`],
  ],
  [
    'a policy for a repository that is created in another region',
    [created('app', 'us-east-1'), { address: POLICY, actions: ['create'], after: side(3, 'eu-west-1') }],
    [`warning policy-added ${POLICY}`],
  ],
  [
    'a policy for a repository that is imported',
    [
      { ...created('app'), actions: ['no-op'], before: { name: 'app' }, change: { importing: { id: 'app' } } },
      { address: POLICY, actions: ['create'], after: side(3) },
    ],
    [`warning policy-added ${POLICY}`, 'info repository-imported aws_ecr_repository.new'],
  ],
];

test.each(TABLE)('%s', (_, changes, expected) => {
  expect(inShort(effects(planText(changes)))).toEqual(expected);
});

test('what Cloud Control fills in of a new repository is not missed', () => {
  const unknown = { image_tag_mutability: true, repository_policy_text: true, lifecycle_policy: { registry_id: true } };
  const address = 'awscc_ecr_repository.a';
  const after = { repository_name: 'app', lifecycle_policy: { lifecycle_policy_text: text(3) } };
  const change = { address, actions: ['create'], after, change: { after_unknown: unknown } };
  expect(inShort(effects(planText([change])))).toEqual([`info policy-added ${address}`]);
  const open = { ...unknown, lifecycle_policy: { lifecycle_policy_text: true } };
  const vague = { ...change, after: { repository_name: 'app', lifecycle_policy: {} }, change: { after_unknown: open } };
  expect(inShort(effects(planText([vague])))).toEqual([`info unknown ${address}`]);
});

test('a change of ECR without actions is refused, not passed over', () => {
  const broken = planText([{ address: 'aws_ecr_repository.a', actions: [] }]);
  expect(readPlan(broken)).toMatchObject({
    kind: 'refused',
    because: expect.stringContaining('does not say what becomes'),
  });
});
