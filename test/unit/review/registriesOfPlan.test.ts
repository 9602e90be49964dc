import { expect, test } from 'vitest';
import type { WrittenChange } from './support.ts';
import { effects, inShort, planText } from './support.ts';

const RULES = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 9 },
      action: { type: 'expire' },
    },
  ],
});

const [ONE, OTHER] = ['111111111111', '222222222222'];

/** How a plan says in which registry something is: in values, or by the provider of its block. */
interface Registry {
  readonly values?: object;
  readonly provider?: string;
}

/** Two registries that a plan distinguishes, and how. */
const APART: Readonly<Record<string, readonly [Registry, Registry]>> = {
  'ids of registries': [{ values: { registry_id: ONE } }, { values: { registry_id: OTHER } }],
  'ids of registries in one region': [
    { values: { registry_id: ONE, region: 'eu-west-1' } },
    { values: { registry_id: OTHER, region: 'eu-west-1' } },
  ],
  regions: [{ values: { region: 'eu-west-1' } }, { values: { region: 'eu-north-1' } }],
  'regions of one account': [
    { values: { region: 'eu-west-1', registry_id: ONE } },
    { values: { region: 'eu-north-1', registry_id: ONE } },
  ],
  providers: [{ provider: 'aws' }, { provider: 'aws.other' }],
  'providers of one region': [
    { provider: 'aws', values: { region: 'eu-west-1' } },
    { provider: 'aws.other', values: { region: 'eu-west-1' } },
  ],
  'providers and accounts': [
    { provider: 'aws', values: { registry_id: ONE } },
    { provider: 'aws.other', values: { registry_id: OTHER } },
  ],
};

/** Two registries that are the same in the plan, or that it does not distinguish. */
const SAME: Readonly<Record<string, readonly [Registry, Registry]>> = {
  'nothing said': [{}, {}],
  'one id': [{ values: { registry_id: ONE } }, {}],
  'one provider': [{ provider: 'aws.other' }, { provider: 'aws.other' }],
  'a provider of one alone': [{ provider: 'aws.other' }, {}],
  'one account and region by two providers': [
    { provider: 'aws', values: { registry_id: ONE, region: 'eu-west-1' } },
    { provider: 'aws.other', values: { registry_id: ONE, region: 'eu-west-1' } },
  ],
};

function plan(changes: readonly (WrittenChange & { readonly registry: Registry })[]): string {
  const blocks = changes.flatMap(({ address, registry: { provider } }) => {
    const [, type = '', name = ''] = /(?:^|\.)(aws\w*)\.(\w+)/.exec(address) ?? [];
    const block = { address: `${type}.${name}`, mode: 'managed', type, name, provider_config_key: provider };
    return provider === undefined
      ? []
      : [{ calls: [...address.matchAll(/module\.(\w+)/g)].map(([, call = '']) => call), block }];
  });
  const root = { resources: [] as object[], module_calls: {} };
  for (const { calls, block } of blocks) {
    let module: { resources?: object[]; module_calls?: Record<string, { module: object }> } = root;
    for (const call of calls) {
      module.module_calls ??= {};
      module.module_calls[call] ??= { module: {} };
      module = module.module_calls[call].module;
    }
    module.resources = [...(module.resources ?? []), block];
  }
  return planText(changes, { configuration: { root_module: root } });
}

/** A deleted repository in one registry, and the removal of a policy for the same name in another one. */
function removal(repository: Registry, policy: Registry, prefix = ''): string {
  return plan([
    {
      address: `${prefix}aws_ecr_repository.app`,
      actions: ['delete'],
      before: { name: 'app', ...repository.values },
      registry: repository,
    },
    {
      address: `${prefix}aws_ecr_lifecycle_policy.app["x.y[0]"]`,
      actions: ['delete'],
      before: { repository: 'app', policy: RULES, ...policy.values },
      registry: policy,
    },
  ]);
}

const REMOVED = /^info policy-removed /;

test.each(Object.entries(APART))(
  'a policy goes with the repository of its own registry alone: %s',
  (_, [one, other]) => {
    expect(inShort(effects(removal(one, other))).filter((line) => REMOVED.test(line))).toHaveLength(1);
    expect(inShort(effects(removal(one, one))).filter((line) => REMOVED.test(line))).toHaveLength(0);
    const inModule = removal(one, other, 'module.m["a"].module.n[0].');
    expect(inShort(effects(inModule)).filter((line) => REMOVED.test(line))).toHaveLength(1);
  },
);

test.each(Object.entries(SAME))(
  'a policy goes with its repository where nothing tells their registries apart: %s',
  (_, [one, other]) => {
    expect(inShort(effects(removal(one, other))).filter((line) => REMOVED.test(line))).toHaveLength(0);
  },
);

test.each(Object.entries(APART))(
  'a policy is not that of a new repository of another registry: %s',
  (_, [one, other]) => {
    const added = (repository: Registry, policy: Registry) =>
      inShort(
        effects(
          plan([
            {
              address: 'aws_ecr_repository.app',
              actions: ['create'],
              after: { name: 'app', ...repository.values },
              registry: repository,
            },
            {
              address: 'aws_ecr_lifecycle_policy.app',
              actions: ['create'],
              after: { repository: 'app', policy: RULES, ...policy.values },
              registry: policy,
            },
          ]),
        ),
      );
    expect(added(one, other)).toEqual(['warning policy-added aws_ecr_lifecycle_policy.app']);
    expect(added(one, one)).toEqual(['info policy-added aws_ecr_lifecycle_policy.app']);
  },
);

test.each(Object.entries(APART))(
  'a replaced repository takes what belongs to it, and nothing of another registry: %s',
  (_, [one, other]) => {
    const text = plan([
      {
        address: 'aws_ecr_repository.app',
        actions: ['delete', 'create'],
        before: { name: 'app', encryption_configuration: [{ encryption_type: 'AES256' }], ...one.values },
        after: { name: 'app', encryption_configuration: [{ encryption_type: 'KMS' }], ...one.values },
        change: { replace_paths: [['encryption_configuration', 0, 'encryption_type']] },
        registry: one,
      },
      ...([one, other] as const).map((registry, index) => ({
        address: `aws_ecr_lifecycle_policy.p${index}`,
        actions: ['no-op'],
        before: { repository: 'app', policy: RULES, ...registry.values },
        after: { repository: 'app', policy: RULES, ...registry.values },
        registry,
      })),
    ]);
    const [replaced] = effects(text);
    expect(replaced?.kind).toBe('repository-replaced');
    expect(replaced?.because.join(' ')).toContain('aws_ecr_lifecycle_policy.p0 is deleted with it');
    expect(replaced?.because.join(' ')).not.toContain('p1');
  },
);

test('a policy that goes to a repository of another account says so', () => {
  const text = plan([
    {
      address: 'aws_ecr_lifecycle_policy.app',
      actions: ['delete', 'create'],
      before: { repository: 'app', policy: RULES, registry_id: ONE, region: 'eu-west-1' },
      after: { repository: 'app', policy: RULES, registry_id: OTHER, region: 'eu-west-1' },
      registry: {},
    },
  ]);
  const [moved] = effects(text);
  expect(moved).toMatchObject({ kind: 'policy-changed', severity: 'warning' });
  expect(moved?.message).toContain(`moves from app of account ${ONE} to app of account ${OTHER}`);
});
