import { afterEach, describe, expect, it } from 'vitest';
import { agentIn, endAgents } from './agentClient.ts';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(async () => {
  await endAgents();
  removeFolders();
});

type Values = Readonly<Record<string, unknown>>;

/** A plan that creates these resources. */
function plan(resources: readonly (readonly [string, Values])[], indent?: number): string {
  const made = resources.map(([type, values], index) => ({
    address: `module.m["a"].${type}.x${index}`,
    mode: 'managed',
    type,
    values,
  }));
  return JSON.stringify(
    {
      format_version: '1.2',
      planned_values: { root_module: { child_modules: [{ resources: made }] } },
      resource_changes: made.map(({ address, type, values }) => ({
        address,
        mode: 'managed',
        type,
        change: { actions: ['create'], before: null, after: values, after_unknown: {} },
      })),
    },
    null,
    indent,
  );
}

const policy = (count: number) =>
  JSON.stringify({
    rules: [
      {
        rulePriority: 1,
        selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: count },
        action: { type: 'expire' },
      },
    ],
  });
const everyone = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'ecr:BatchGetImage' }],
});

const RESOURCES: readonly (readonly [string, Values])[] = [
  ['aws_ecr_repository', { name: 'Team/App' }],
  ['aws_ecr_repository', { name: 'team/app', tags: { a: 'b (c)' } }],
  ['aws_ecr_repository', { name: 'team/right' }],
  ['aws_ecr_lifecycle_policy', { repository: 'team/app', policy: policy(0) }],
  ['aws_ecr_lifecycle_policy', { repository: 'team/right', policy: policy(9) }],
  ['aws_ecr_repository_policy', { repository: 'team/app', policy: everyone }],
  ['aws_ecr_pull_through_cache_rule', { ecr_repository_prefix: 'hub', upstream_registry_url: 'docker.io' }],
  ['aws_ecr_account_setting', { name: 'REGISTRY_POLICY_SCOPE', value: 'V1' }],
  ['aws_ecrpublic_repository', { repository_name: 'tool', region: 'eu-west-1' }],
  ['aws_s3_bucket', { bucket: 'x' }],
];

interface Problem {
  readonly file: string;
  readonly range: unknown;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

function told(report: unknown): object[] {
  const { problems }: { problems: readonly Problem[] } = JSON.parse(JSON.stringify(report));
  return problems
    .map(({ file, range, severity, rule, message }) => ({ file, range, severity, rule, message }))
    .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

describe('what agents are told of a plan', () => {
  it.each([
    ['on one line', undefined, {}],
    ['laid out', 2, {}],
    ['with settings', 2, { '.terraform-ecr.json': '{ "rules": { "repository-name": "off" } }' }],
  ])('is what the command line finds in it, %s', async (_, indent, files) => {
    const folder = folderWith({ 'plan.json': plan(RESOURCES, indent), ...files });
    const { stdout } = run(folder, 'check', '--format', 'json', '--min-severity', 'warning', 'plan.json');
    const expected = JSON.parse(stdout);
    expect(expected.problems.length).toBeGreaterThan(5);
    const { ask } = await agentIn(folder);
    const answer = await ask('check', { path: 'plan.json' });
    expect(told(answer)).toEqual(told(expected));
    expect(answer).toMatchObject({ summary: { files: 1 } });
  });

  it.each(RESOURCES)('is the same of a draft of %s %j', async (...resource) => {
    const text = plan([resource]);
    const { stdout } = run(folderWith({ 'plan.json': text }), 'check', '--format', 'json', 'plan.json');
    const { ask } = await agentIn(folderWith({}));
    expect(told(await ask('check', { path: 'plan.json', text }))).toEqual(told(JSON.parse(stdout)));
  });
});

it('a simulation carries what the settings keep, and what code runs', async () => {
  const code = `resource "aws_ecr_repository" "app" {
  name = "team/app"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = jsonencode(${policy(9)})
}

resource "aws_lambda_function" "app" {
  function_name = "app"
  image_uri     = "\${aws_ecr_repository.app.repository_url}:prod"
}
`;
  const settings = '{ "keep": [{ "tags": ["v*"], "newest": 20, "reason": "rollback" }] }';
  const folder = folderWith({ 'main.tf': code, '.terraform-ecr.json': settings });
  const { ask } = await agentIn(folder);
  const answer = await ask('simulate', { path: 'main.tf', now: '2026-01-09T00:00:00Z' });
  const { stdout } = run(folder, 'simulate', 'main.tf', '--format', 'json', '--now', '2026-01-09T00:00:00Z');
  const { guarantees, running } = JSON.parse(stdout);
  expect(guarantees).toMatchObject([{ holds: false }]);
  expect(running).toEqual([{ address: 'aws_lambda_function.app', tag: 'prod' }]);
  expect(answer).toMatchObject({ guarantees, running });
});
