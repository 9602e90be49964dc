import { afterEach, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

afterEach(removeFolders);

type Values = Readonly<Record<string, unknown>>;

/** A plan that creates one resource; `unknown` names what is only known after apply. */
function plan(type: string, values: Values, unknown: Values = {}): string {
  const address = `${type}.x`;
  return JSON.stringify({
    format_version: '1.2',
    planned_values: { root_module: { resources: [{ address, mode: 'managed', type, name: 'x', values }] } },
    resource_changes: [{ address, type, change: { actions: ['create'], before: null, after_unknown: unknown } }],
  });
}

/** The report of `check` for a plan: rules, each with the underlined part of the plan. */
function found(text: string): string[] {
  const folder = folderWith({ 'plan.json': text });
  const { stdout } = run(folder, 'check', '--format', 'json', 'plan.json');
  const { problems }: { problems: { rule: string; range: Record<'start' | 'end', { character: number }> }[] } =
    JSON.parse(stdout);
  return problems.map(({ rule, range }) => `${rule} ${text.slice(range.start.character, range.end.character)}`);
}

const CACHE = 'aws_ecr_pull_through_cache_rule';
const cache = (url: string) => ({ ecr_repository_prefix: 'hub', upstream_registry_url: url, region: 'eu-west-1' });

describe('check of the resources of a plan', () => {
  it.each<[string, Values, string[]]>([
    [CACHE, cache('docker.io'), ['cache-upstream-unknown "docker.io"']],
    [CACHE, { ...cache('ghcr.io'), credential_arn: null }, ['cache-credential-missing "ghcr.io"']],
    [CACHE, cache('quay.io'), []],
    ['aws_ecrpublic_repository', { repository_name: 'tool', region: 'eu-west-1' }, ['public-region "eu-west-1"']],
    ['aws_ecr_repository', { name: 'team/app', tags: { a: 'b (c)' } }, ['tag-value "b (c)"']],
    ['aws_ecr_repository', { name: 'Team/App' }, ['repository-name "Team/App"']],
    ['aws_ecr_repository', { name: 'team/app', tags: null, arn: null, repository_url: 'x' }, []],
    [
      'aws_ecr_registry_scanning_configuration',
      {
        scan_type: 'BASIC',
        rule: [{ scan_frequency: 'CONTINUOUS_SCAN', repository_filter: [{ filter: '*', filter_type: 'WILDCARD' }] }],
      },
      ['scanning-frequency-type "CONTINUOUS_SCAN"'],
    ],
    ['aws_ecr_account_setting', { name: 'REGISTRY_POLICY_SCOPE', value: 'V1' }, ['account-setting-removed "V1"']],
    [
      'aws_ecr_repository_creation_template',
      { prefix: 'hub', applied_for: ['PULL_THROUGH_CACHE'], resource_tags: { a: 'b' }, custom_role_arn: null },
      ['template-role-missing {"a":"b"}'],
    ],
  ])('%s %j', (type, values, said) => {
    expect(found(plan(type, values))).toEqual(said);
  });

  it('is silent where what it needs is known after the apply', () => {
    expect(found(plan(CACHE, cache('ghcr.io'), { credential_arn: true }))).toEqual([]);
  });
});
