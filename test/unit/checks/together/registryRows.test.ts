import { describe, expect, it } from 'vitest';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { ruleIds } from '../../support/checkProblems.ts';

const block = (head: string, body: string) => `${head} {\n  ${body}\n}\n`;
const resource = (type: string, body: string, label = 'x') => block(`resource "aws_${type}" "${label}"`, body);
const ANY = 'variable "any" {\n}\n';

const replication = (rule: string) =>
  resource('ecr_replication_configuration', `replication_configuration {\n    rule {\n      ${rule}\n    }\n  }`);
const destination = (region: string, registry: string) =>
  `destination {\n        region      = ${region}\n        registry_id = ${registry}\n      }`;
const OTHER = '"111122223333"';
const toFilter = (filter: string) =>
  replication(
    `${destination('"eu-west-1"', OTHER)}\n      repository_filter {\n        filter      = ${filter}\n        filter_type = "PREFIX_MATCH"\n      }`,
  );
const AWS = 'provider "aws" {\n  region = "eu-central-1"\n}\n';
const scanning = (type: string, ...rules: readonly string[]) =>
  resource(
    'ecr_registry_scanning_configuration',
    `scan_type = ${type}\n${rules.map((rule) => `  rule {\n    ${rule}\n  }`).join('\n')}`,
  );
const frequency = (value: string, filter = '"*"') =>
  `scan_frequency = ${value}\n    repository_filter {\n      filter      = ${filter}\n      filter_type = "WILDCARD"\n    }`;
const cache = (prefix: string, upstream: string, more = '', label = 'x') =>
  resource(
    'ecr_pull_through_cache_rule',
    `ecr_repository_prefix = ${prefix}\n  upstream_registry_url = ${upstream}\n  ${more}`,
    label,
  );
const SECRET = (name: string) =>
  `credential_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:${name}-AbCdEf"`;
const HUB = '"registry-1.docker.io"';
const template = (more: string, applied = '["PULL_THROUGH_CACHE"]', prefix = '"hub"', label = 'x') =>
  resource('ecr_repository_creation_template', `prefix = ${prefix}\n  applied_for = ${applied}\n  ${more}`, label);
const ROLE = 'custom_role_arn = "arn:aws:iam::111122223333:role/templates"';
const setting = (name: string, value: string, label = 'x') =>
  resource('ecr_account_setting', `name = ${name}\n  value = ${value}`, label);
const secretVersion = (value: string) =>
  `resource "aws_secretsmanager_secret" "hub" {\n  name = "ecr-pullthroughcache/hub"\n}\n${resource('secretsmanager_secret_version', `secret_id = aws_secretsmanager_secret.hub.id\n  secret_string = ${value}`)}${cache('"hub"', HUB, 'credential_arn = aws_secretsmanager_secret.hub.arn')}`;
const policy = (rule: string) =>
  resource(
    'ecr_lifecycle_policy',
    `repository = "app"\n  policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", ${rule} }, action = { type = "transition", targetStorageClass = "archive" } }] })`,
    'p',
  );
const EXCLUSION = (arn: string) => resource('ecr_pull_time_update_exclusion', `principal_arn = ${arn}`);
const publicRepository = (more: string) => resource('ecrpublic_repository', `repository_name = "api"\n  ${more}`);
const image = (more: string) => block('data "aws_ecr_image" "x"', `repository_name = "app"\n  ${more}`);
const required = (version: string) => `terraform {\n  required_version = ${version}\n}\n`;
const TOKEN = block('data "aws_ecr_authorization_token" "x"', '');
const names = (value: string) =>
  `${block('data "aws_ecr_repositories" "x"', '')}resource "aws_ecr_repository_policy" "x" {\n  repository = ${value}\n  policy = var.any\n}\n${ANY}`;

type Row = readonly [said: string, wrong: string, right: string, unknown: string];

/** What is said of the wrong text, and of neither the right nor the unknown one. */
const ROWS: readonly Row[] = [
  [
    'error replication-own-registry',
    `${AWS}data "aws_caller_identity" "me" {}\n${replication(destination('"eu-central-1"', 'data.aws_caller_identity.me.account_id'))}`,
    `${AWS}data "aws_caller_identity" "me" {}\n${replication(destination('"eu-west-1"', 'data.aws_caller_identity.me.account_id'))}`,
    `${ANY}${AWS}${replication(destination('"eu-central-1"', 'var.any'))}`,
  ],
  [
    'warning replication-destination-repeated',
    replication(`${destination('"eu-west-1"', OTHER)}\n      ${destination('"eu-west-1"', OTHER)}`),
    replication(`${destination('"eu-west-1"', OTHER)}\n      ${destination('"eu-west-2"', OTHER)}`),
    ANY + replication(`${destination('"eu-west-1"', OTHER)}\n      ${destination('var.any', OTHER)}`),
  ],
  ['error argument-value', toFilter('"team/*"'), toFilter('"team/"'), ANY + toFilter('var.any')],
  [
    'warning replication-region-partition',
    AWS + replication(destination('"cn-north-1"', OTHER)),
    AWS + replication(destination('"us-east-1"', OTHER)),
    ANY + AWS + replication(destination('var.any', OTHER)),
  ],
  [
    'error argument-value',
    replication(destination('"eu-west-1"', '"1111-2222-3333"')),
    replication(destination('"eu-west-1"', OTHER)),
    ANY + replication(destination('"eu-west-1"', 'var.any')),
  ],
  [
    'error singleton-repeated',
    scanning('"BASIC"') + scanning('"BASIC"').replace('"x"', '"y"'),
    `${AWS}${AWS.replace('{\n', '{\n  alias = "b"\n').replace('central', 'west')}${scanning('"BASIC"')}${scanning('"BASIC"\n  provider = aws.b').replace('"x"', '"y"')}`,
    `${ANY}${scanning('"BASIC"')}${scanning('"BASIC"\n  region = var.any').replace('"x"', '"y"')}`,
  ],
  [
    'error scanning-frequency-type',
    scanning('"BASIC"', frequency('"CONTINUOUS_SCAN"')),
    scanning('"ENHANCED"', frequency('"CONTINUOUS_SCAN"')),
    ANY + scanning('var.any', frequency('"CONTINUOUS_SCAN"')),
  ],
  [
    'error scanning-frequency-repeated',
    scanning('"ENHANCED"', frequency('"SCAN_ON_PUSH"', '"a*"'), frequency('"SCAN_ON_PUSH"', '"b*"')),
    scanning('"ENHANCED"', frequency('"SCAN_ON_PUSH"', '"a*"'), frequency('"CONTINUOUS_SCAN"', '"b*"')),
    ANY + scanning('"ENHANCED"', frequency('"SCAN_ON_PUSH"', '"a*"'), frequency('var.any', '"b*"')),
  ],
  [
    'error argument-value',
    scanning('"BASIC"', frequency('"SCAN_ON_PUSH"', '"Team A"')),
    scanning('"BASIC"', frequency('"SCAN_ON_PUSH"', '"team-a/*"')),
    ANY + scanning('"BASIC"', frequency('"SCAN_ON_PUSH"', 'var.any')),
  ],
  [
    'error cache-upstream-unknown',
    cache('"hub"', '"docker.io"'),
    cache('"quay"', '"quay.io"'),
    ANY + cache('"hub"', 'var.any'),
  ],
  [
    'error cache-credential-missing',
    cache('"hub"', HUB),
    cache('"hub"', HUB, SECRET('ecr-pullthroughcache/hub')),
    ANY + cache('"hub"', HUB, 'credential_arn = var.any'),
  ],
  [
    'warning cache-credential-unneeded',
    cache('"quay"', '"quay.io"', SECRET('ecr-pullthroughcache/quay')),
    cache('"quay"', '"quay.io"'),
    ANY + cache('"quay"', '"quay.io"', 'credential_arn = var.any'),
  ],
  [
    'error cache-secret-name',
    cache('"hub"', HUB, SECRET('docker-hub')),
    cache('"hub"', HUB, SECRET('ecr-pullthroughcache/hub')),
    ANY + cache('"hub"', HUB, 'credential_arn = var.any'),
  ],
  [
    'warning cache-secret-shape',
    secretVersion('jsonencode({ user = "u", token = "t" })'),
    secretVersion('jsonencode({ username = "u", accessToken = "t" })'),
    ANY + secretVersion('jsonencode(var.any)'),
  ],
  [
    'error cache-role-needs-ecr',
    cache('"quay"', '"quay.io"', ROLE),
    cache('"other"', '"111122223333.dkr.ecr.eu-west-1.amazonaws.com"', ROLE),
    ANY + cache('"other"', 'var.any', ROLE),
  ],
  [
    'error argument-value',
    cache('"Hub_"', '"quay.io"'),
    cache('"ROOT"', '"quay.io"'),
    ANY + cache('var.any', '"quay.io"'),
  ],
  [
    'error name-repeated',
    cache('"quay"', '"quay.io"') + cache('"quay"', '"quay.io"', '', 'y'),
    cache('"quay"', '"quay.io"') + cache('"quay2"', '"quay.io"', '', 'y'),
    ANY + cache('"quay"', '"quay.io"') + cache('var.any', '"quay.io"', '', 'y'),
  ],
  [
    'hint cache-without-template',
    cache('"quay"', '"quay.io"'),
    cache('"hub"', '"quay.io"') + template(''),
    ANY + cache('"quay"', '"quay.io"') + template('', '["PULL_THROUGH_CACHE"]', 'var.any'),
  ],
  [
    'error name-repeated',
    template('') + template('', undefined, '"hub"', 'y'),
    template('') + template('', undefined, '"b"', 'y'),
    ANY + template('') + template('', undefined, 'var.any', 'y'),
  ],
  ['error argument-value', template('', '["PULL"]'), template('', '["REPLICATION"]'), ANY + template('', 'var.any')],
  [
    'warning template-role-missing',
    template('resource_tags = { team = "a" }'),
    template(`resource_tags = { team = "a" }\n  ${ROLE}`),
    ANY + template('resource_tags = var.any'),
  ],
  [
    'error repository-exclusion-filter-missing',
    template('image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"'),
    template(
      'image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_filter {\n    filter = "latest*"\n    filter_type = "WILDCARD"\n  }',
    ),
    ANY + template('image_tag_mutability = var.any'),
  ],
  [
    'hint template-immutable-cache',
    template('image_tag_mutability = "IMMUTABLE"'),
    template('image_tag_mutability = "IMMUTABLE"', '["REPLICATION"]'),
    ANY + template('image_tag_mutability = "IMMUTABLE"', 'var.any'),
  ],
  [
    'error argument-value',
    setting('"BASIC_SCAN_TYPE_VERSION"', '"ON"'),
    setting('"BASIC_SCAN_TYPE_VERSION"', '"AWS_NATIVE"'),
    ANY + setting('"BASIC_SCAN_TYPE_VERSION"', 'var.any'),
  ],
  [
    'error account-setting-removed',
    setting('"BASIC_SCAN_TYPE_VERSION"', '"CLAIR"'),
    setting('"REGISTRY_POLICY_SCOPE"', '"V2"'),
    ANY + setting('"REGISTRY_POLICY_SCOPE"', 'var.any'),
  ],
  [
    'error singleton-repeated',
    setting('"REGISTRY_POLICY_SCOPE"', '"V2"') + setting('"REGISTRY_POLICY_SCOPE"', '"V2"', 'y'),
    setting('"REGISTRY_POLICY_SCOPE"', '"V2"') + setting('"BASIC_SCAN_TYPE_VERSION"', '"AWS_NATIVE"', 'y'),
    ANY + setting('"REGISTRY_POLICY_SCOPE"', '"V2"') + setting('var.any', '"V2"', 'y'),
  ],
  [
    'error argument-value',
    EXCLUSION('"role/scanner"'),
    EXCLUSION('"arn:aws:iam::111122223333:role/scanner"'),
    ANY + EXCLUSION('var.any'),
  ],
  [
    'hint exclusion-unused',
    EXCLUSION('"arn:aws:iam::111122223333:role/scanner"') + policy('countType = "imageCountMoreThan", countNumber = 5'),
    EXCLUSION('"arn:aws:iam::111122223333:role/scanner"') +
      policy('countType = "sinceImagePulled", countUnit = "days", countNumber = 90'),
    ANY +
      EXCLUSION('"arn:aws:iam::111122223333:role/scanner"') +
      policy('countType = var.any, countUnit = "days", countNumber = 90'),
  ],
  [
    'error public-region',
    AWS + publicRepository(''),
    AWS.replace('eu-central-1', 'us-east-1') + publicRepository(''),
    `${ANY}${AWS.replace('"eu-central-1"', 'var.any')}${publicRepository('')}`,
  ],
  [
    'error argument-unknown',
    publicRepository('image_tag_mutability = "IMMUTABLE"'),
    publicRepository('force_destroy = true'),
    ANY + publicRepository('tags = var.any'),
  ],
  [
    'error argument-conflict',
    image('image_tag = "a"\n  most_recent = true'),
    image('most_recent = true'),
    ANY + image('image_tag = var.any'),
  ],
  ['hint token-in-state', required('">= 1.10"') + TOKEN, required('"< 1.10"') + TOKEN, ANY + TOKEN],
  [
    'error reference-instance',
    names('data.aws_ecr_repositories.x.names[0]'),
    names('tolist(data.aws_ecr_repositories.x.names)[0]'),
    names('var.any[0]'),
  ],
];

const saidOf = (text: string) => ruleIds(text, DEFAULT_PROBLEM_SETTINGS);

describe('each row of the table of the registry', () => {
  it.each(ROWS)('%s where it is wrong', (said, wrong) => {
    expect(saidOf(wrong)).toContain(said);
  });

  it.each(ROWS)('not %s where it is right', (said, _wrong, right) => {
    expect(saidOf(right)).not.toContain(said);
    expect(saidOf(right).filter((one) => one.startsWith('error'))).toEqual([]);
  });

  it.each(ROWS)('not %s where it is not known', (said, _wrong, _right, unknown) => {
    expect(saidOf(unknown)).not.toContain(said);
    expect(saidOf(unknown).filter((one) => one.startsWith('error'))).toEqual([]);
  });
});
