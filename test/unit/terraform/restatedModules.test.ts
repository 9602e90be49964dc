import type { TestContext } from 'vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedPolicies } from '../../../server/src/ecr/documents/lifecycle/namedPolicies.ts';
import { renderDocument } from '../../../server/src/ecr/documents/renderDocument.ts';
import { KNOWN_MODULES } from '../../../server/src/facts/modules/knownModules.ts';
import { restatementOf } from '../../../server/src/facts/modules/restated/restate.ts';
import { Workspace } from '../../../server/src/module/workspace.ts';
import { planAfter, whyNoTerraform } from '../../terraform/judge.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';

/** The parts of a plan's JSON that are read. */
interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly after?: { readonly policy?: string } | null };
  }[];
}

interface Case {
  readonly id: 'cloudposse' | 'lgallard';
  readonly version: string;
  readonly body: string;
}

const cloudposse = (body: string, version = '1.0.0'): Case => ({
  id: 'cloudposse',
  version,
  body: `image_names = ["shop"]\n${body}`,
});
const lgallard = (body: string, version = '2.1.1'): Case => ({
  id: 'lgallard',
  version,
  body: `name = "shop"\n${body}`,
});
const selection = (status: string, more = '') =>
  `{ tagStatus = "${status}", countType = "imageCountMoreThan", countNumber = 5${more} }`;
const custom = (...selections: readonly string[]) =>
  `custom_lifecycle_rules = [${selections.map((one, index) => `{ description = "rule ${index}", selection = ${one}, action = { type = "expire" } }`).join(', ')}]`;
const TAGGED = selection('tagged', ', tagPrefixList = ["dev-"]');
const PATTERN = selection('tagged', ', tagPatternList = ["pr-*", "x"]');
const off = (...names: readonly string[]) =>
  `default_lifecycle_rules_settings = { ${names.map((name) => `${name} = { enabled = false }`).join(', ')} }`;

const CASES: readonly Case[] = [
  cloudposse(''),
  cloudposse('time_based_rotation = true\nmax_image_count = 30'),
  cloudposse('protected_tags = ["v", "prod*"]'),
  cloudposse('protected_tags = ["v", "prod*", "a"]', '0.41.1'),
  cloudposse('protected_tags = ["b", "a", "b"]\nprotected_tags_keep_count = 7', '0.42.1'),
  cloudposse('name = "x"\nprotected_tags = ["v"]', '0.20.0'),
  cloudposse(custom(selection('untagged'))),
  cloudposse(custom(selection('any'))),
  cloudposse(custom(TAGGED, PATTERN)),
  cloudposse(custom(TAGGED, selection('any'), PATTERN)),
  cloudposse(`${custom(selection('any'))}\n${off('remove_old_image_rule')}`),
  cloudposse(`${custom(TAGGED)}\n${off('remove_old_image_rule', 'untagged_image_rule')}`),
  cloudposse(off('untagged_image_rule')),
  cloudposse(off('remove_old_image_rule', 'untagged_image_rule')),
  cloudposse(`${custom(TAGGED)}\nprotected_tags = ["v"]\nmax_image_count = 9`),
  cloudposse(
    'custom_lifecycle_rules = [{ selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 3 }, action = { type = "expire" } }]',
  ),
  cloudposse(
    'custom_lifecycle_rules = [{ selection = { tagStatus = "tagged", tagPatternList = [], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }]',
  ),
  cloudposse('max_image_count = 0'),
  cloudposse('max_image_count = "12"'),
  cloudposse(custom(TAGGED), '0.42.2'),
  cloudposse(custom(TAGGED), '0.43.0'),
  cloudposse(custom(TAGGED), '1.0.1'),
  cloudposse(custom(TAGGED, selection('untagged')), '1.0.2'),
  cloudposse(
    'custom_lifecycle_rules = [{ selection = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 30 }, action = { type = "transition", targetStorageClass = "archive" } }]',
    '1.0.2',
  ),
  cloudposse('enable_lifecycle_policy = false'),
  cloudposse('enabled = false'),
  cloudposse(
    'image_tag_mutability_exclusion_filter = [{ filter = "x*" }]\nimage_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"',
  ),
  cloudposse('encryption_configuration = { encryption_type = "AES256", kms_key = null }', '0.44.0'),
  lgallard(''),
  lgallard('lifecycle_policy_template = "development"'),
  lgallard('lifecycle_policy_template = "production"'),
  lgallard('lifecycle_policy_template = "compliance"'),
  lgallard('lifecycle_policy_template = "cost_optimization"'),
  lgallard('lifecycle_keep_latest_n_images = 3'),
  lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_tag_prefixes_to_keep = ["v", "r"]'),
  lgallard('lifecycle_expire_untagged_after_days = 3'),
  lgallard('lifecycle_expire_tagged_after_days = 30\nlifecycle_expire_untagged_after_days = 3'),
  lgallard('lifecycle_keep_latest_n_images = 3\nlifecycle_expire_tagged_after_days = 30'),
  lgallard('lifecycle_policy = ""\nlifecycle_keep_latest_n_images = 3'),
  lgallard('lifecycle_policy_template = "production"\nlifecycle_keep_latest_n_images = 3', '0.13.0'),
  lgallard('lifecycle_policy = jsonencode({ rules = [] })\nlifecycle_policy_template = "production"'),
  lgallard('lifecycle_policy = jsonencode({ rules = [{ a = 1 }] })', '0.12.0'),
];

/** The restatement without what the stand-in does not have: IAM documents, and their uses. */
function judgedText({ id, version }: Case): string {
  const known = KNOWN_MODULES.find((module) => module.id === id);
  const release = known?.releases.find((one) => one.version === version);
  if (known === undefined || release === undefined) throw new Error(`${id} ${version} is not known`);
  const blocks = restatementOf(known, release).split(/\n(?=(?:resource|data|locals|variable|output) ?)/);
  return blocks.filter((block) => !block.includes('aws_iam_policy_document')).join('\n');
}

const SOURCES = { cloudposse: 'cloudposse/ecr/aws', lgallard: 'lgallard/ecr/aws' };

/** The policy of a call as the product renders it: its JSON; null for none. */
function ours({ id, version, body }: Case): unknown {
  const workspace = new Workspace();
  const text = `module "m" {\n  source = "${SOURCES[id]}"\n  version = "${version}"\n${body}\n}\n`;
  workspace.setDiskFile('file:///code/main.tf', text);
  const [policy] = namedPolicies(workspace, 'file:///code/main.tf');
  if (policy === undefined) return null;
  const rendered = renderDocument(policy.policy);
  return rendered.kind === 'text' ? JSON.parse(rendered.text) : rendered.parts.map(({ because }) => because);
}

describe('the policies that known modules make', () => {
  let standIn: StandIn | null = null;
  let planned: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    if ((await whyNoTerraform()) !== null) return;
    standIn = await startStandIn();
    const modules = CASES.map((one) => [`${one.id}-${one.version}/main.tf`, judgedText(one)]);
    const calls = CASES.map(
      ({ id, version, body }, index) => `module "c${index}" {\n  source = "./${id}-${version}"\n${body}\n}\n`,
    );
    const files = { ...Object.fromEntries(modules), 'main.tf': calls.join('\n') };
    const { resource_changes: changes }: Plan = JSON.parse(await planAfter([], { standIn, files }));
    planned = new Map(
      changes.flatMap(({ address, change }) => (change.after?.policy ? [[address, change.after.policy]] : [])),
    );
  });

  afterAll(() => standIn?.close());

  it.each(CASES.map((one, index) => [`${one.id} ${one.version} ${one.body}`, index] as const))(
    'are what Terraform makes of the same: %s',
    (_, index, context?: TestContext) => {
      if (standIn === null) context?.skip();
      const one = CASES[index];
      const [theirs] = [...planned].filter(([address]) => address.startsWith(`module.c${index}.`));
      expect(one === undefined ? null : ours(one)).toEqual(theirs === undefined ? null : JSON.parse(theirs[1]));
    },
  );
});
