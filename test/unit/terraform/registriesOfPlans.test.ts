import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givePlannedResources } from '../../../server/src/ecr/plan/plannedResources.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { problemsOfPlanned } from '../../../server/src/report/problemsOfPlanned.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { planAfter, whyNoTerraform } from '../../terraform/judge.ts';
import type { ProviderSchema, SchemaBody } from '../../terraform/providerSchema.ts';
import { PROVIDER_SCHEMA } from '../../terraform/providerSchema.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import { reviewed } from '../review/support.ts';

const whyNot = await whyNoTerraform();

const REQUIREMENTS = (aliases = '') =>
  `terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n${aliases}    }\n  }\n}\n`;
const provider = (body: string, alias = '') =>
  `provider "aws" {\n${alias === '' ? '' : `  alias = "${alias}"\n`}${body}}\n`;
const REGION = '  region = "eu-west-1"\n';
const ACCOUNT = '  allowed_account_ids = ["111122223333"]\n';
const ROLE = '  assume_role {\n    role_arn = "arn:aws:iam::111122223333:role/ci"\n  }\n';

/** Replicates to eu-west-1 of account 111122223333. */
const replication = (more = '') => `resource "aws_ecr_replication_configuration" "a" {
${more}  replication_configuration {
    rule {
      destination {
        region      = "eu-west-1"
        registry_id = "111122223333"
      }
    }
  }
}
`;
const publicRepository = (more = '') =>
  `resource "aws_ecrpublic_repository" "a" {\n${more}  repository_name = "tool"\n}\n`;

type Files = Readonly<Record<string, string>>;

/** What the module is, its files, and the rules of both commands, with addresses. */
type Row = readonly [what: string, files: Files, said: readonly string[]];

const root = (text: string): Files => ({ 'main.tf': REQUIREMENTS() + text });
const OWN = 'replication-own-registry aws_ecr_replication_configuration.a';

/** Plans of a provider that sets no region in its resources, as before its version 6. */
const BEFORE_6: readonly Row[] = [
  ['the account and region of the provider', root(provider(REGION + ACCOUNT) + replication()), [OWN]],
  ['the account of a role', root(provider(REGION + ROLE) + replication()), [OWN]],
  [
    'another provider',
    root(
      provider(REGION + ACCOUNT) +
        provider(`  region = "us-east-1"\n${ACCOUNT}`, 'us') +
        replication('  provider = aws.us\n'),
    ),
    [],
  ],
  [
    'an alias',
    root(
      provider('  region = "us-east-1"\n') + provider(REGION + ACCOUNT, 'eu') + replication('  provider = aws.eu\n'),
    ),
    [OWN],
  ],
  [
    'a provider that a call passes',
    {
      'main.tf': `${REQUIREMENTS()}${provider('  region = "us-east-1"\n')}${provider(REGION + ACCOUNT, 'eu')}module "m" {\n  source    = "./m"\n  providers = { aws.x = aws.eu }\n}\n`,
      'm/main.tf': REQUIREMENTS('      configuration_aliases = [aws.x]\n') + replication('  provider = aws.x\n'),
    },
    ['replication-own-registry module.m.aws_ecr_replication_configuration.a'],
  ],
  [
    'a provider that a called module inherits',
    {
      'main.tf': `${REQUIREMENTS()}${provider(REGION + ACCOUNT)}module "m" {\n  source = "./m"\n}\n`,
      'm/main.tf': `${REQUIREMENTS()}module "n" {\n  source = "./n"\n}\n`,
      'm/n/main.tf': REQUIREMENTS() + replication(),
    },
    ['replication-own-registry module.m.module.n.aws_ecr_replication_configuration.a'],
  ],
  [
    "a called module's own provider",
    {
      'main.tf': `${REQUIREMENTS()}${provider('  region = "us-east-1"\n')}module "m" {\n  source = "./m"\n}\n`,
      'm/main.tf': REQUIREMENTS() + provider(REGION + ACCOUNT) + replication(),
    },
    ['replication-own-registry module.m.aws_ecr_replication_configuration.a'],
  ],
  [
    'an instance',
    root(provider('  region = "eu-west-1"\n') + publicRepository('  count = 1\n')),
    ['public-region aws_ecrpublic_repository.a[0]'],
  ],
  ['the right region', root(provider('  region = "us-east-1"\n') + publicRepository()), []],
  ['no region, which the environment gives', root(provider('') + publicRepository()), []],
  ['no account', root(provider(REGION) + replication()), []],
  [
    'two accounts',
    root(provider(`${REGION}  allowed_account_ids = ["111122223333", "444455556666"]\n`) + replication()),
    [],
  ],
  [
    'a region of a variable, as a whole',
    root(
      `variable "region" {\n  default = "eu-west-1"\n}\n${provider(`  region = var.region\n${ACCOUNT}`)}${replication()}`,
    ),
    [],
  ],
  [
    'a region of a variable, as a part',
    root(
      `variable "region" {\n  default = "eu-west-1"\n}\n${provider(`  region = replace(var.region, "west", "south")\n${ACCOUNT}`)}${replication()}`,
    ),
    [],
  ],
  [
    'a role of a variable',
    root(
      `variable "role" {\n  default = "arn:aws:iam::111122223333:role/ci"\n}\n${provider(`${REGION}  assume_role {\n    role_arn = var.role\n  }\n`)}${replication()}`,
    ),
    [],
  ],
];

/** Plans of a provider that sets the region of each resource; the stand-in is in eu-west-1. */
const SINCE_6: readonly Row[] = [
  [
    'a region that only the values say',
    root(
      `variable "region" {\n  default = "eu-west-1"\n}\n${provider(`  region = var.region\n${ACCOUNT}`)}${replication()}`,
    ),
    [OWN],
  ],
  ['a region of the resource', root(provider(REGION + ACCOUNT) + replication('  region = "us-east-1"\n')), []],
  [
    'the region of a public repository',
    root(provider(REGION) + publicRepository()),
    ['public-region aws_ecrpublic_repository.a'],
  ],
];

function withoutRegion(schema: ProviderSchema): ProviderSchema {
  const bare = ({ attributes: { region: _, ...attributes }, blocks }: SchemaBody): SchemaBody => ({
    attributes,
    blocks,
  });
  const resources = Object.fromEntries(Object.entries(schema.resources).map(([type, body]) => [type, bare(body)]));
  return { ...schema, resources };
}

let before6: StandIn;
let since6: StandIn;

beforeAll(async () => {
  before6 = await startStandIn(null, withoutRegion(PROVIDER_SCHEMA));
  since6 = await startStandIn();
});

afterAll(() => {
  before6.close();
  since6.close();
});

/** The problems of `check` for a plan. */
function checked(text: string): readonly string[] {
  const workspace = new Workspace();
  const planned = givePlannedResources(workspace, 'file:///plan.json', text);
  const context = new ServiceContext(
    workspace,
    new ProblemFinder((rule, error) => {
      throw new Error(`rule ${rule} failed`, { cause: error });
    }),
  );
  return planned.flatMap((resource) =>
    problemsOfPlanned(resource, context, DEFAULT_PROBLEM_SETTINGS).map(
      ({ problem }) => `${problem.ruleId} ${resource.address}`,
    ),
  );
}

/** The same of `review`. */
function said(text: string): readonly string[] {
  const found = reviewed(text).filter(({ kind }) => kind === 'invalid');
  return found.map(({ address, because }) => `${because[0]?.split(' ')[1]} ${address}`);
}

describe.skipIf(whyNot !== null)('the registry of a resource in a plan of Terraform', () => {
  it.each(BEFORE_6)('is known by %s', async (_, files, expected) => {
    const plan = await planAfter([], { standIn: before6, files });
    expect([checked(plan), said(plan)]).toEqual([expected, expected]);
  });

  it.each(SINCE_6)('is known by %s', async (_, files, expected) => {
    const plan = await planAfter([], { standIn: since6, files });
    expect([checked(plan), said(plan)]).toEqual([expected, expected]);
  });

  it('is known by an existing resource itself', async () => {
    const files = root(provider(REGION) + replication().replace('111122223333', '444455556666'));
    const plan = await planAfter([{ standIn: since6, files }], {
      standIn: since6,
      files: root(provider(REGION) + replication().replace('111122223333', '123456789012')),
    });
    const own = JSON.stringify(JSON.parse(plan).resource_changes[0].change.after.registry_id);
    expect(own).toMatch(/^"\d{12}"$/);
    const toItself = plan.replaceAll('"123456789012"', own);
    expect([checked(toItself), said(toItself)]).toEqual([[OWN], [OWN]]);
  });
});
