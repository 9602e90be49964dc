import { describe, expect, it } from 'vitest';
import { call } from '../checks/support/moduleCalls.ts';
import { labelsAt } from '../service/completion/cursor.ts';
import { ruleIds } from '../support/checkProblems.ts';

const CLOUD_PLATFORM = 'github.com/ministryofjustice/cloud-platform-terraform-ecr-credentials';
const NEEDED = ['application', 'business_unit', 'environment_name', 'infrastructure_support', 'is_production'];
const ALL_NEEDED = [...NEEDED, 'namespace', 'repo_name', 'team_name'].map((name) => `${name} = "x"`).join('\n');
const cloudPlatform = (ref: string, body: string) => call(`${CLOUD_PLATFORM}?ref=${ref}`, body);
const component = (ref: string, body: string) =>
  call(
    `github.com/cloudposse-terraform-components/aws-ecr//src?ref=${ref}`,
    `region = "eu-west-1"\nimages = ["shop"]\nmax_image_count = 30\nread_write_account_role_map = {}\nenable_lifecycle_policy = true\n${body}`,
  );
const RULE =
  '{ selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }';
const POLICY =
  '{ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }, action = { type = "expire" } }] }';

const told = (text: string) => ruleIds(text).filter((id) => /^(?:error|warning)/.test(id));

describe('a module of which some inputs are known', () => {
  it.each([
    [cloudPlatform('8.0.0', `${ALL_NEEDED}\nscan_on_push = "true"`), 'error module-input'],
    [cloudPlatform('8.0.0', ALL_NEEDED.replace('namespace = "x"', '')), 'error module-input'],
    [cloudPlatform('5.0.0', 'repo_name = "x"\ndeletion_protection = false'), 'error module-input'],
    [cloudPlatform('5.0.1', 'canned_lifecycle_policy = { type = "days", count = 3 }'), 'error module-input'],
    [cloudPlatform('8.0.0', `${ALL_NEEDED}\nlifecycle_policy = ${POLICY}`), 'error module-policy-type'],
    [call('trussworks/ecr-repo/aws', `version = "3.1.1"\nlifecycle_policy = ${POLICY}`), 'error module-policy-type'],
    [
      call('boldlink/ecr/aws', `create_private_repository = true\naws_ecr_lifecycle_policy = ${POLICY}`),
      'error module-policy-type',
    ],
    [
      call('terraform-module/ecr/aws', `ecrs = { a = { lifecycle_policy = jsonencode(${POLICY}) } }`),
      'error module-policy-type',
    ],
    [
      call('clouddrove/ecr/aws', 'version = "1.3.2"\nenable_private_ecr = true\nenabled_ecr = true'),
      'error module-input',
    ],
    [
      call(
        'boldlink/ecr/aws',
        'version = "2.0.0"\ncreate_private_repository = true\ncreate_aws_ecr_lifecycle_policy = true',
      ),
      'error module-input',
    ],
    [call('DNXLabs/ecr/aws', 'version = "2.3.0"\ntrust_accounts = []\nlifecycle_policy = ""'), 'error module-input'],
    [call('DNXLabs/ecr/aws', 'version = "2.3.2"\nname = "x"'), 'error module-input'],
    [component('v3.0.1', `custom_lifecycle_rules = [${RULE}]`), 'warning module-known-defect'],
    [component('v3.0.2', `custom_lifecycle_rules = [${RULE}]`), 'warning module-known-defect'],
    [component('v1.538.2', `custom_lifecycle_rules = [${RULE}]`), 'warning module-known-defect'],
  ])('is checked by them: %s', (text, problem) => {
    expect(told(text)).toEqual([problem]);
  });

  it.each([
    cloudPlatform('8.0.0', `${ALL_NEEDED}\noidc_providers = ["github"]\ngithub_repositories = ["x"]`),
    cloudPlatform(
      '8.0.0',
      `${ALL_NEEDED}\ndeletion_protection = false\ncanned_lifecycle_policy = { type = "days", count = 3 }`,
    ),
    cloudPlatform('8.0.0', `${ALL_NEEDED}\nlifecycle_policy = jsonencode(${POLICY})`),
    cloudPlatform('5.3.0', 'repo_name = "x"\nteam_name = "y"\nscan_on_push = "true"'),
    cloudPlatform('a-branch', 'repo_name = "x"\nscan_on_push = "true"'),
    call('clouddrove/ecr/aws', 'version = "1.3.0"\nenabled_ecr = true\nimage_scanning_configuration = {}'),
    call('clouddrove/ecr/aws', 'version = ">= 1.0"\nenable_private_ecr = true\nenabled_ecr = true'),
    call('clouddrove/ecr/aws', 'version = "1.3.2"\nenable_private_ecr = true\nuse_fullname = "x"\nanything = 1'),
    call('boldlink/ecr/aws', 'version = "1.2.0"\nname = "x"\ncreate_aws_ecr_lifecycle_policy = true'),
    call('terraform-module/ecr/aws', `ecrs = { a = { lifecycle_policy = ${POLICY} } }`),
    call('terraform-module/ecr/aws', 'ecrs = var.repositories'),
    call('trussworks/ecr-repo/aws', 'lifecycle_policy = var.policy'),
    call('infrahouse/ecr/aws', 'version = "0.7.0"\nservice_name = "x"\nexpire_count_tagged = 3'),
    call('geekcell/ecr-repository/aws', 'name = "x"\nlifecycle_rules = [{ priority = 1 }]'),
    component('v3.0.1', ''),
    component('v3.0.0', `custom_lifecycle_rules = [${RULE}]`),
    component('v1.538.3', `custom_lifecycle_rules = [${RULE}]`),
    component('main', `custom_lifecycle_rules = [${RULE}]`),
  ])('is left alone beyond them: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it.each([
    ['trussworks/ecr-repo/aws', 'ecr_policy'],
    ['mineiros-io/ecr/aws', 'lifecycle_policy_rules'],
    ['tmknom/ecr/aws', 'max_tagged_image_count'],
    [CLOUD_PLATFORM, 'canned_lifecycle_policy'],
  ])('of %s completes its known inputs', (source, name) => {
    expect(labelsAt(call(source, '  $0'))).toContain(name);
    expect(labelsAt(call(source, '  $0'))).toContain('for_each');
  });
});

describe('a wrapper of terraform-aws-modules', () => {
  const wrapper = (body: string, folder = 'wrappers', version = '~> 3.2') =>
    call(`terraform-aws-modules/ecr/aws//${folder}`, `version = "${version}"\n${body}`);
  const items = (body: string, defaults = '{}') =>
    wrapper(`defaults = ${defaults}\nitems = {\n  shop = { ${body} }\n}`);
  const OFF = 'create_lifecycle_policy = false';

  it.each([
    [items(`repository_name = "Shop", ${OFF}`), 'error repository-name'],
    [
      items(
        'repository_name = "shop"',
        '{ create_lifecycle_policy = false, repository_image_tag_mutability = "mutable" }',
      ),
      'error repository-mutability-value',
    ],
    [
      items(`repository_name = "shop", repository_lifecycle_policy = jsonencode(${POLICY.replace('"any"', '"all"')})`),
      'error policy-enum-value',
    ],
    [
      items('repository_name = "shop"', `{ repository_lifecycle_policy = jsonencode(${POLICY.replace('30', '0')}) }`),
      'error policy-number-range',
    ],
    [items(`repository_name = "shop", ${OFF}, repository_read_access_arns = ["*"]`), 'warning access-principal-public'],
    [items('repository_name = "shop"'), 'error module-policy-missing'],
    [items('repository_name = "shop"', '{ create_lifecycle_policy = true }'), 'error module-policy-missing'],
    [wrapper(`item = {}`), 'error module-input'],
    [
      wrapper('items = { a = { prefix = "shop", lifecycle_policy = "{}" } }', 'wrappers/repository-template'),
      'error policy-missing-key',
    ],
  ])('is checked item by item: %s', (text, problem) => {
    expect(told(text)).toContain(problem);
  });

  it.each([
    items(`repository_name = "shop", ${OFF}`),
    items('repository_name = "shop"', `{ ${OFF} }`),
    items(`repository_name = "shop", repository_lifecycle_policy = jsonencode(${POLICY})`),
    items('repository_name = "shop"', `{ repository_lifecycle_policy = jsonencode(${POLICY}) }`),
    items('repository_name = "shop", repository_type = "public"'),
    items('repository_name = "shop", create = var.create'),
    items('repository_name = "shop"', 'var.defaults'),
    wrapper('items = var.items'),
    wrapper('items = { for name in var.names : name => { repository_name = name, create_lifecycle_policy = false } }'),
    wrapper(''),
    wrapper('items = { a = { prefix = "shop" } }', 'wrappers/repository-template'),
  ])('is left alone where nothing is wrong, or known: %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});
