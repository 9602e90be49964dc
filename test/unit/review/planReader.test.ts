import { expect, test } from 'vitest';
import { PlanReader } from '../../../server/src/review/plan/planReader.ts';
import { elementOf, planText, readPlan } from './support.ts';

const REPOSITORY = { name: 'team/api', force_delete: false };

const SMALL = planText([
  { address: 'aws_s3_bucket.a', actions: ['create'], after: { bucket: 'aws_ecr_repository "{[' } },
  { address: 'module.m.aws_ecr_repository.a["k\\"}"]', actions: ['delete'], before: REPOSITORY },
  { address: 'aws_ecr_lifecycle_policy.a', actions: ['create'], after: { policy: '{"rules":[]}', repository: 'x\\' } },
]);

function addresses(text: string, pieceLength?: number): readonly string[] | string {
  const reading = readPlan(text, pieceLength);
  return reading.kind === 'plan' ? reading.plan.changes.map(({ address }) => address) : reading.because;
}

const KEPT = ['module.m.aws_ecr_repository.a["k\\"}"]', 'aws_ecr_lifecycle_policy.a'];

test('keeps the changes of ECR, whatever the pieces in which the text comes', () => {
  for (let length = 1; length <= 40; length += 1) expect(addresses(SMALL, length)).toEqual(KEPT);
  expect(addresses(SMALL)).toEqual(KEPT);
});

test('reads a plan whose keys are sorted, spelled with escapes, or laid out in lines', () => {
  const sorted = JSON.stringify(sortedKeys(JSON.parse(SMALL)), null, 2);
  expect(addresses(sorted)).toEqual(KEPT);
  expect(addresses(SMALL.replace('"resource_changes"', '"resource\\u005fchanges"'))).toEqual(KEPT);
  expect(addresses(SMALL.replaceAll('"type":"aws_ecr', '"type":"aws\\u005fecr'))).toEqual(KEPT);
  expect(addresses(`\uFEFF${SMALL}\n`)).toEqual(KEPT);
});

function sortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, sortedKeys(member)] as const);
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
}

test('leaves data sources and other services out', () => {
  const text = planText([
    { address: 'data.aws_ecr_repository.a', actions: ['read'], after: REPOSITORY, more: { mode: 'data' } },
    { address: 'aws_ecs_service.a', actions: ['update'], before: {}, after: {} },
    { address: 'aws_iam_policy.aws_ecr_repository', actions: ['update'], before: {}, after: {} },
  ]);
  expect(addresses(text)).toEqual([]);
});

const REFUSED: readonly (readonly [string, string, RegExp])[] = [
  ['an empty text', '', /is empty/],
  ['a binary plan', 'PK\u0003\u0004\u0014\u0000tfplan', /is a binary plan; print it as JSON/],
  [
    'a state',
    '{"version":4,"terraform_version":"1.11.4","serial":3,"lineage":"a","resources":[]}',
    /is a state, not a plan/,
  ],
  ['a shown state', '{"format_version":"1.0","values":{"root_module":{}}}', /is the JSON of a state/],
  ['the log of a plan', '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}\n', /is the log of/],
  ['a plan as people read it', 'Terraform will perform the following actions:\n', /in human-readable form/],
  ['coloured output', '\u001b[1mTerraform used the selected providers', /in human-readable form/],
  ['a policy', '{"rules":[]}', /is JSON, but not of a plan/],
  ['a list', '[1]', /is not JSON: a list/],
  ['Terraform code', 'resource "aws_ecr_repository" "a" {}', /is not JSON/],
  ['another major version', '{"format_version":"2.0","planned_values":{}}', /has format version 2\.0; only version 1/],
  ['a plan that is cut off', SMALL.slice(0, -40), /ends early: after [\d,]+ characters/],
  ['a plan that is cut off in a string', SMALL.slice(0, SMALL.indexOf('team/')), /a string is still open/],
  ['two plans', `${SMALL}${SMALL}`, /is not JSON: a second value/],
  ['crossed brackets', SMALL.replace('"after":null', '"after":[}'), /is not JSON: a bracket/],
  [
    'a broken change',
    SMALL.replace('"force_delete":false', '"force_delete":fal'),
    /is not JSON: in one of its changes/,
  ],
  ['deep nesting', `{"format_version":"1.2","planned_values":${'['.repeat(5000)}`, /nested deeper than 2,000/],
];

test.each(REFUSED)('refuses %s and says what to run', (_, text, because) => {
  const reading = readPlan(text);
  expect(reading.kind === 'refused' ? reading.because : 'a plan').toMatch(because);
});

test('names the file in the command that prints a binary plan', () => {
  const reading = readPlan('PK\u0003\u0004');
  expect(reading).toMatchObject({ commands: ['terraform show -json plan.json > plan.json'] });
});

test('collects what is sensitive on either side', () => {
  const reading = readPlan(
    planText([
      {
        address: 'aws_ecr_repository.a',
        actions: ['update'],
        before: { name: 'before-secret', tags: { a: 'plain' } },
        after: { name: 'plain', tags: { a: 'after-secret' } },
        change: { before_sensitive: { name: true }, after_sensitive: { tags: { a: true } } },
      },
    ]),
  );
  expect(reading).toMatchObject({ plan: { secrets: ['before-secret', 'after-secret'] } });
});

test('says why a plan is not complete', () => {
  const gapsOf = (more: object) => {
    const reading = readPlan(planText([], more));
    return reading.kind === 'plan' ? reading.plan.gaps.length : -1;
  };
  expect([{}, { errored: true }, { complete: false }].map(gapsOf)).toEqual([0, 1, 1]);
});

test('keeps nothing of other services: memory does not grow with the plan', () => {
  const reader = new PlanReader('plan.json');
  const blob = 'x\\"{['.repeat(20_000);
  const [start = '', end = ''] = planText([]).split('"resource_changes":[');
  reader.write(`${start}"resource_changes":[`);
  const before = process.memoryUsage().heapUsed;
  let most = 0;
  for (let index = 0; index < 400; index += 1) {
    const change = {
      address: `aws_s3_object.o[${index}]`,
      actions: ['update'],
      before: { content: blob },
      after: { content: blob },
    };
    const element = JSON.stringify(elementOf(change));
    reader.write(`${index === 0 ? '' : ','}${element.slice(0, 100_000)}`);
    reader.write(element.slice(100_000));
    most = Math.max(most, process.memoryUsage().heapUsed - before);
  }
  const last = { address: 'aws_ecr_repository.a', actions: ['delete'], before: REPOSITORY };
  reader.write(`,${JSON.stringify(elementOf(last))}${end}`);
  expect(reader.end()).toMatchObject({ plan: { changes: [{ address: 'aws_ecr_repository.a' }] } });
  // 120 million characters were read.
  expect(most).toBeLessThan(60 * 1024 * 1024);
});
