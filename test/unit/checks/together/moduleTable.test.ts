import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../server/src/checks/registry.ts';
import { ruleIds, settingsFor } from '../../support/checkProblems.ts';
import { ANY, aws, CUSTOM, call, cloudposse, lgallard, tam, template, terraform } from '../support/moduleCalls.ts';

/** Calls that have nothing else wrong. */
const own = (body: string, version = '~> 3.0', beside = '') =>
  tam(`  create_lifecycle_policy = false\n  repository_name = "app"\n${body}`, version, beside);
const registryOnly = (body: string, version = '~> 3.0') => tam(`  create_repository = false\n${body}`, version);
const cache = (body: string, version = '~> 3.0') => template(`  prefix = "hub"\n${body}`, version);
const posse = (body: string, version = '1.0.2', beside = '') => cloudposse(`  name = "app"\n${body}`, version, beside);
const lg = (body: string, version = '2.1.1', beside = '') => lgallard(`  name = "app"\n${body}`, version, beside);
const statements = (statement: string) => `repository_policy_statements = { a = { ${statement} } }`;
const PULL = 'actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';
const OTHERS = 'principals = [{ type = "AWS", identifiers = ["arn:aws:iam::111122223333:root"] }]';
const ORGANISATION =
  'conditions = [{ test = "StringEquals", variable = "aws:PrincipalOrgID", values = ["o-1234567890"] }]';
const OFF =
  'default_lifecycle_rules_settings = { untagged_image_rule = { enabled = false }, remove_old_image_rule = { enabled = false } }';
const component = (version: string, body: string) =>
  call(
    `github.com/cloudposse-terraform-components/aws-ecr//src?ref=${version}`,
    `  region = "eu-west-1"\n  images = ["app"]\n  max_image_count = 9\n  read_write_account_role_map = {}\n  enable_lifecycle_policy = true\n${body}`,
  );
const MOJ = (body: string) =>
  call(
    'github.com/ministryofjustice/cloud-platform-terraform-ecr-credentials?ref=8.0.2',
    `${['application', 'business_unit', 'environment_name', 'infrastructure_support', 'is_production', 'namespace', 'team_name'].map((name) => `  ${name} = var.${name}\n`).join('')}  repo_name = "app"\n${body}`,
  );

interface Row {
  /** By severity: each is reported by this check and by no other. */
  readonly wrong: Readonly<Record<string, readonly string[]>>;
  readonly right: readonly string[];
  readonly unknown: readonly string[];
}

const ROWS: Readonly<Record<string, Row>> = {
  'module-input': {
    wrong: {
      error: [
        own('scan_on_push = true'),
        own('region = "eu-west-1"', '~> 2.0'),
        tam('  repository_name = "app"\n  create_lifecycle_policy = false', '1.2.0'),
        own('repository_type = "Private"'),
        own('repository_type = "both"'),
        posse('principals_pull_through_access = []'),
        posse('roles = []'),
        posse('custom_lifecycle_rules = []', '0.42.1'),
        posse('default_lifecycle_rules_settings = {}', '0.43.0'),
        lg('image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"', '1.2.0'),
        lg('timeouts_delete = "60m"', '0.28.0'),
        lg('lifecycle_policy_template = "prod"'),
        cache('repository_name = "app"'),
        MOJ('scan_on_push = true'),
        call(
          'clouddrove/ecr/aws',
          '  version = "1.3.2"\n  name = "a"\n  enable_private_ecr = true\n  enabled_ecr = true',
        ),
      ],
    },
    right: [
      own('region = "eu-west-1"'),
      own('tags = local.tags\n  providers = { aws = aws.eu }\n  for_each = var.names'),
      posse('principals_pull_though_access = []\n  context = module.this.context'),
      lg('timeouts = { delete = "60m" }'),
    ],
    unknown: [
      own('region = "eu-west-1"', '>= 2.0'),
      own('another = 1', '99.0.0'),
      own('repository_type = var.type'),
      call('git::https://github.com/cloudposse/terraform-aws-ecr.git?ref=feature', '  anything = 1'),
    ],
  },
  'module-policy-type': {
    wrong: {
      error: [
        tam('  repository_name = "app"\n  repository_lifecycle_policy = { rules = [] }'),
        lg('lifecycle_policy = { rules = [] }'),
        lg('policy = { Statement = [] }'),
        posse('custom_lifecycle_rules = jsonencode([])'),
        call('mineiros-io/ecr/aws', '  version = "0.6.0"\n  name = "app"\n  lifecycle_policy_rules = jsonencode([])'),
        call(
          'terraform-module/ecr/aws',
          '  version = "1.0.6"\n  ecrs = { api = { lifecycle_policy = jsonencode({ rules = [] }) } }',
        ),
        cache('lifecycle_policy = { rules = [] }'),
      ],
    },
    right: [
      posse(CUSTOM),
      lg('policy = data.aws_iam_policy_document.d.json'),
      lg('lifecycle_policy = null'),
      posse('custom_lifecycle_rules = []'),
    ],
    unknown: [
      tam('  repository_name = "app"\n  repository_lifecycle_policy = var.policy'),
      posse('custom_lifecycle_rules = var.rules'),
      call('mineiros-io/ecr/aws', '  version = "0.6.0"\n  name = "app"\n  lifecycle_policy_rules = var.rules'),
    ],
  },
  'module-policy-missing': {
    wrong: {
      error: [
        tam('  repository_name = "app"'),
        tam('  repository_name = "app"\n  create_lifecycle_policy = true', '2.4.0'),
        tam('  repository_name = "app"', '1.0.0'),
        posse(OFF),
        lg('lifecycle_policy = ""', '0.12.0'),
      ],
    },
    right: [
      own(''),
      posse(''),
      posse(`${OFF}\n  protected_tags = ["v"]`),
      posse(`${OFF}\n  ${CUSTOM}`),
      lg('lifecycle_policy = ""'),
    ],
    unknown: [
      tam('  repository_name = "app"\n  create_lifecycle_policy = var.on'),
      tam('  repository_name = "app"\n  repository_lifecycle_policy = var.policy'),
      tam('  repository_name = "app"', '99.0.0'),
      posse('default_lifecycle_rules_settings = var.settings'),
    ],
  },
  'module-rules-conflict': {
    wrong: {
      error: [
        posse(ANY),
        posse(ANY, '1.0.0'),
        lg('lifecycle_policy_template = "cost_optimization"'),
        lg('lifecycle_keep_latest_n_images = 3\n  lifecycle_expire_tagged_after_days = 9'),
      ],
    },
    right: [
      posse(`${ANY}\n  default_lifecycle_rules_settings = { remove_old_image_rule = { enabled = false } }`),
      posse(ANY.replace('"any"', '"untagged"')),
      lg('lifecycle_keep_latest_n_images = 3\n  lifecycle_expire_untagged_after_days = 9'),
    ],
    unknown: [
      posse(`${ANY}\n  default_lifecycle_rules_settings = var.settings`),
      posse(ANY.replace('"any"', 'var.status')),
      lg('lifecycle_policy_template = var.template'),
    ],
  },
  'module-known-defect': {
    wrong: {
      warning: [
        posse(CUSTOM, '1.0.1'),
        posse(CUSTOM, '0.42.2'),
        call('git::https://github.com/cloudposse/terraform-aws-ecr.git?ref=v1.0.1', `  name = "app"\n  ${CUSTOM}`),
        own(statements(`${PULL}, ${OTHERS}, ${ORGANISATION}`), '3.0.0'),
        registryOnly(
          'registry_pull_through_cache_rules = { hub = { ecr_repository_prefix = "hub", upstream_registry_url = "registry-1.docker.io", credential_arn = var.secret } }',
          '2.1.0',
        ),
        lg('image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"', '2.0.0'),
        lg('', '0.24.0', 'output "o" {\n  value = module.ecr.repository_arn\n}\n'),
        component('v3.0.1', CUSTOM),
        component('v3.0.2', CUSTOM),
        component('v1.538.2', CUSTOM),
      ],
      hint: [posse(CUSTOM, '~> 1.0'), own(statements(`${PULL}, ${OTHERS}, ${ORGANISATION}`), '~> 3.0')],
    },
    right: [
      posse(CUSTOM, '1.0.2'),
      posse(CUSTOM, '0.43.0'),
      posse(CUSTOM, '>= 1.0.0, != 1.0.1'),
      own(statements(`${PULL}, ${OTHERS}, ${ORGANISATION}`), '3.0.1'),
      component('v3.0.0', CUSTOM),
      component('v3.0.1', ''),
      lg('', '0.24.0'),
    ],
    unknown: [posse('custom_lifecycle_rules = var.rules', '1.0.1'), posse(CUSTOM, '${var.version}')],
  },
  'module-policy-ignored': {
    wrong: {
      warning: [
        tam('  repository_name = "app"\n  repository_type = "public"\n  repository_lifecycle_policy = var.policy'),
      ],
    },
    right: [
      tam('  repository_name = "app"\n  repository_type = "public"'),
      lg('lifecycle_keep_latest_n_images = 3'),
      lg('lifecycle_policy = null\n  lifecycle_keep_latest_n_images = 3'),
    ],
    unknown: [
      tam('  repository_name = "app"\n  repository_type = var.type\n  repository_lifecycle_policy = var.policy'),
      lg('lifecycle_policy = var.policy\n  lifecycle_keep_latest_n_images = 3'),
    ],
  },
  'module-input-ignored': {
    wrong: {
      warning: [
        own('repository_policy = data.aws_iam_policy_document.d.json'),
        own('registry_policy = data.aws_iam_policy_document.d.json'),
        own(
          'registry_replication_rules = [{ destinations = [{ region = "eu-west-1", registry_id = "111122223333" }] }]',
        ),
        own('registry_scan_type = "BASIC"'),
        own('repository_type = "public"\n  repository_image_tag_mutability = "MUTABLE"'),
        own('repository_type = "public"\n  repository_kms_key = aws_kms_key.k.arn'),
        cache('kms_key_arn = aws_kms_key.k.arn'),
        cache('kms_key_arn = aws_kms_key.k.arn\n  encryption_type = "KMS_DSSE"'),
        cache('upstream_registry_url = "public.ecr.aws"'),
        cache('custom_role_arn = aws_iam_role.r.arn\n  resource_tags = { a = "b" }'),
        posse('principals_pull_though_access = ["arn:aws:iam::111122223333:root"]'),
        lg('replication_regions = ["eu-west-1"]'),
        lg('pull_through_cache_rules = [{ ecr_repository_prefix = "quay", upstream_registry_url = "quay.io" }]'),
        lg('registry_scan_type = "BASIC"'),
      ],
    },
    right: [
      own('repository_policy = data.aws_iam_policy_document.d.json\n  create_repository_policy = false'),
      own('registry_policy = data.aws_iam_policy_document.d.json\n  create_registry_policy = true'),
      cache('kms_key_arn = aws_kms_key.k.arn\n  encryption_type = "KMS"'),
      lg('replication_regions = ["eu-west-1"]\n  enable_replication = true'),
    ],
    unknown: [
      own('repository_policy = var.policy\n  create_repository_policy = var.own'),
      own('repository_policy = var.policy'),
      own('repository_type = var.type\n  repository_image_tag_mutability = "MUTABLE"'),
    ],
  },
  'module-statement-shape': {
    wrong: {
      error: [
        own(statements(`${PULL}, principals = { type = "AWS", identifiers = ["arn:aws:iam::111122223333:root"] }`)),
        own(statements(`${PULL}, principals = { AWS = "arn:aws:iam::111122223333:root" }`), '2.4.0'),
      ],
      warning: [
        own(statements(`${PULL}, ${OTHERS}, condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }`)),
        own(statements(`${PULL}, ${OTHERS}, notes = "x"`), '~> 2.0'),
        own(statements(`${PULL}, ${OTHERS}, action = ["ecr:ListImages"]`)),
        cache(statements(`${PULL}, ${OTHERS}, principal = []`)),
      ],
    },
    right: [
      own(statements(`${PULL}, ${OTHERS}, ${ORGANISATION}`), '3.1.0'),
      own(statements(`sid = "a", ${PULL}, ${OTHERS}`)),
    ],
    unknown: [
      own('repository_policy_statements = var.statements'),
      own('repository_policy_statements = { a = var.statement }'),
      own(statements(`${PULL}, principals = var.principals`)),
    ],
  },
  'access-resource-element': {
    wrong: { warning: [own(statements(`${PULL}, ${OTHERS}, resources = ["*"]`))] },
    right: [own(statements(`${PULL}, ${OTHERS}`))],
    unknown: [own(statements(`${PULL}, ${OTHERS}, resources = var.resources`))],
  },
  'module-lambda-arn': {
    wrong: { warning: [own('repository_lambda_read_access_arns = ["arn:aws:iam::111122223333:role/app"]')] },
    right: [own('repository_lambda_read_access_arns = ["arn:aws:lambda:eu-west-1:111122223333:function:app"]')],
    unknown: [
      own('repository_lambda_read_access_arns = var.arns'),
      own('repository_lambda_read_access_arns = [var.arn]'),
    ],
  },
  'module-lambda-account': {
    wrong: {
      error: [posse('principals_lambda = ["arn:aws:iam::111122223333:root"]'), posse('principals_lambda = ["12345"]')],
    },
    right: [posse('principals_lambda = ["111122223333"]')],
    unknown: [posse('principals_lambda = [var.account]'), posse('principals_lambda = var.accounts')],
  },
  'module-template-deletes': {
    wrong: {
      warning: [lg('lifecycle_policy_template = "production"'), lg('lifecycle_policy_template = "compliance"')],
    },
    right: [lg('lifecycle_policy_template = null'), lg('')],
    unknown: [lg('lifecycle_policy_template = var.template')],
  },
  'module-prefixes-and': {
    wrong: {
      warning: [
        call('tmknom/ecr/aws', '  version = "2.3.0"\n  name = "app"\n  tag_prefix_list = ["release", "dev"]'),
        lg('lifecycle_keep_latest_n_images = 3\n  lifecycle_tag_prefixes_to_keep = ["v", "release"]'),
        lg('lifecycle_policy_template = "development"'),
      ],
    },
    right: [
      call('tmknom/ecr/aws', '  version = "2.3.0"\n  name = "app"\n  tag_prefix_list = ["release"]'),
      lg('lifecycle_keep_latest_n_images = 3\n  lifecycle_tag_prefixes_to_keep = ["v"]'),
    ],
    unknown: [
      call('tmknom/ecr/aws', '  version = "2.3.0"\n  name = "app"\n  tag_prefix_list = ["release", var.p]'),
      lg('lifecycle_keep_latest_n_images = 3\n  lifecycle_tag_prefixes_to_keep = var.p'),
    ],
  },
  'module-nothing-created': {
    wrong: {
      warning: [
        call('clouddrove/ecr/aws', '  version = "1.3.2"\n  name = "app"'),
        call('boldlink/ecr/aws', '  version = "2.0.0"\n  name = "app"'),
      ],
    },
    right: [
      call('clouddrove/ecr/aws', '  version = "1.3.2"\n  name = "app"\n  enable_private_ecr = true'),
      call('boldlink/ecr/aws', '  version = "1.0.0"\n  name = "app"'),
    ],
    unknown: [
      call('clouddrove/ecr/aws', '  version = "1.3.2"\n  name = "app"\n  enable_private_ecr = var.on'),
      call('clouddrove/ecr/aws', '  version = "~> 1.0"\n  name = "app"'),
    ],
  },
  'module-provider-floor': {
    wrong: {
      error: [own('', '~> 3.0', aws('~> 5.0')), posse('', '1.0.0', aws('~> 5.0')), lg('', '2.1.1', aws('6.49.0'))],
    },
    right: [own('', '~> 3.0', aws('~> 6.28')), posse('', '0.44.0', aws('~> 5.0'))],
    unknown: [own(''), own('', '>= 2.0', aws('~> 5.93')), own('', '99.0.0', aws('~> 5.0'))],
  },
  'module-terraform-floor': {
    wrong: { error: [own('', '~> 3.0', terraform('~> 1.4.0')), own('', '3.2.0', terraform('1.5.6'))] },
    right: [own('', '~> 3.0', terraform('>= 1.5.7')), own('', '2.0.0', terraform('~> 1.0'))],
    unknown: [own(''), own('', '>= 2.0', terraform('~> 1.4.0')), own('', '99.0.0', terraform('~> 1.4.0'))],
  },
  'module-default-changed': {
    wrong: { hint: [posse('image_tag_mutability = "MUTABLE"', '>= 0.30.0, < 1.0.0')] },
    right: [
      posse('', '>= 0.31.0, < 1.0.0'),
      posse('image_tag_mutability = "MUTABLE"\n  scan_images_on_push = true', '>= 0.30.0'),
    ],
    unknown: [posse('', '${var.version}')],
  },
  'module-unpinned': {
    wrong: { hint: [own('', ''), posse('', ''), lg('', '')] },
    right: [own(''), posse('', '>= 0.31.0')],
    unknown: [call('git::https://github.com/cloudposse/terraform-aws-ecr.git', '  name = "app"'), call('./ecr', '')],
  },
};

/** The hint about calls without a version comes together with what they get wrong. */
const told = (text: string, id = '') =>
  ruleIds(text, settingsFor(id)).filter((id) => /^(error|warning)|module-/.test(id));

describe('the table of checks of module calls', () => {
  it('has a row for each of them', () => {
    const ids = CHECKS.map(({ id }) => id).filter((id) => id.startsWith('module-'));
    expect(
      Object.keys(ROWS)
        .filter((id) => id.startsWith('module-'))
        .sort(),
    ).toEqual([...ids].sort());
  });

  describe.each(Object.entries(ROWS))('%s', (id, { wrong, right, unknown }) => {
    const all = Object.entries(wrong).flatMap(([severity, texts]) => texts.map((text) => [severity, text] as const));

    it.each(all)('reports a %s, and nothing else: %s', (severity, text) => {
      expect(told(text, id)).toEqual([`${severity} ${id}`]);
    });

    it.each([...right, ...unknown])('is silent on what is right or unknown: %s', (text) => {
      expect(told(text, id).filter((found) => found.endsWith(id))).toEqual([]);
    });

    it.each(right)('leaves no error and no warning in %s', (text) => {
      expect(told(text).filter((found) => /^(error|warning)/.test(found))).toEqual([]);
    });
  });
});
