import { expect, it } from 'vitest';
import { givePlannedResources } from '../../../server/src/ecr/plan/plannedResources.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { problemsOfPlanned } from '../../../server/src/report/problemsOfPlanned.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { planText, reviewed } from './support.ts';

type Values = Readonly<Record<string, unknown>>;

const CACHE = 'aws_ecr_pull_through_cache_rule';
const SCANNING = 'aws_ecr_registry_scanning_configuration';
const TEMPLATE = 'aws_ecr_repository_creation_template';

/** Resources that a plan creates, with the rules that both commands name. */
const CREATED: readonly (readonly [type: string, after: Values, rules: readonly string[]])[] = [
  ['aws_ecrpublic_repository', { repository_name: 'x', region: 'us-east-1' }, ['argument-value']],
  ['aws_ecr_account_setting', { name: 'BASIC_SCAN_TYPE', value: 'AWS_NATIVE' }, ['argument-value']],
  [SCANNING, { scan_type: 'DEEP', rule: [] }, ['argument-value']],
  [CACHE, { ecr_repository_prefix: 'Hub', upstream_registry_url: 'public.ecr.aws' }, ['argument-value']],
  [TEMPLATE, { prefix: 'hub', applied_for: ['PUSH'] }, ['argument-value']],
  ['aws_ecr_repository', { name: 'Team/App' }, ['repository-name']],
  ['aws_ecr_repository', { name: 'team/app', image_tag_mutability: 'FIXED' }, ['repository-mutability-value']],
  // Terraform made the plan, so what is required was there and the types fit.
  ['aws_ecr_repository', { name: null, image_scanning_configuration: [{ scan_on_push: null }] }, []],
  ['aws_ecr_replication_configuration', { replication_configuration: [{ rule: [] }] }, []],
  ['aws_ecr_repository', { name: 'team/app', of_a_newer_provider: true }, []],
];

it.each(CREATED)('check and review name the same rules for %s %j', (type, after, rules) => {
  const address = `${type}.a`;
  const text = planText([{ address, actions: ['create'], after }], {
    planned_values: { root_module: { resources: [{ address, mode: 'managed', type, name: 'a', values: after }] } },
  });
  const found = reviewed(text).filter(({ kind }) => kind === 'invalid');
  expect([checked(text), found.map(({ because }) => because[0]?.split(' ')[1])]).toEqual([rules, rules]);
});

function checked(text: string): readonly string[] {
  const workspace = new Workspace();
  const planned = givePlannedResources(workspace, 'file:///plan.json', text);
  const finder = new ProblemFinder((rule, error) => {
    throw new Error(`rule ${rule} failed`, { cause: error });
  });
  const context = new ServiceContext(workspace, finder);
  return planned.flatMap((one) =>
    problemsOfPlanned(one, context, DEFAULT_PROBLEM_SETTINGS).map(({ problem }) => problem.ruleId),
  );
}
