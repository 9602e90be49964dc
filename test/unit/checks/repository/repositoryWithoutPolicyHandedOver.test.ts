import { describe, expect, it } from 'vitest';
import { fix, messagesOnly, ruleIdsOnly, settingsFor } from '../../support/checkProblems.ts';

const ID = 'repository-no-lifecycle-policy';
const TOLD = [`info ${ID}`];

const repository = (lines: string) => `resource "aws_ecr_repository" "app" {\n${lines}}\n`;
const PLAIN = repository('  name = "app"\n');
const policyFor = (target: string) =>
  `resource "aws_ecr_lifecycle_policy" "this" {\n  repository = ${target}\n  policy     = var.policy\n}\nvariable "policy" {\n  type = string\n}\n`;
const input = (name: string) => `variable "${name}" {\n  type = string\n}\n`;
const call = (argument: string, source = './m') => `module "m" {\n  source = "${source}"\n  target = ${argument}\n}\n`;
const WITHOUT = { 'm/main.tf': `${input('target')}output "target" {\n  value = var.target\n}\n` };
const WITH = { 'm/main.tf': input('target') + policyFor('var.target') };

describe('a repository that is handed to a module', () => {
  it.each([
    ['the name, and the module has no policy', call('aws_ecr_repository.app.name'), WITHOUT],
    ['all of it, and the module has no policy', call('aws_ecr_repository.app'), WITHOUT],
    ['its name through a local', `locals {\n  n = aws_ecr_repository.app.name\n}\n${call('local.n')}`, WITHOUT],
    [
      'the name, and a module two calls down has no policy',
      call('aws_ecr_repository.app.name'),
      { 'm/main.tf': `${input('target')}${call('var.target', '../n')}`, 'n/main.tf': WITHOUT['m/main.tf'] },
    ],
    ['the ARN, to a module with a policy', call('aws_ecr_repository.app.arn'), WITH],
    ['the URL, to a module with a policy', call('"${aws_ecr_repository.app.repository_url}:latest"'), WITH],
    ['the ARN, to an unknown module', call('aws_ecr_repository.app.arn', 'acme/ecs/aws'), {}],
    ['the URL, to an unknown module', call('aws_ecr_repository.app.repository_url', 'acme/ecs/aws'), {}],
    ['the registry, to an unknown module', call('aws_ecr_repository.app.registry_id', 'acme/ecs/aws'), {}],
    [
      'the URL in an object, through a local',
      `locals {\n  image = { url = aws_ecr_repository.app.repository_url }\n}\n${call('local.image.url', 'acme/ecs/aws')}`,
      {},
    ],
  ])('is still without a policy: %s', (_, text, others) => {
    expect(ruleIdsOnly(ID, { 'main.tf': PLAIN + text, ...others })).toEqual(TOLD);
  });

  it.each([
    ['the name, to a module with a policy', call('aws_ecr_repository.app.name'), WITH],
    ['the id, to a module with a policy', call('aws_ecr_repository.app.id'), WITH],
    ['all of it, to a module with a policy', call('aws_ecr_repository.app'), WITH],
    ['its name through a local', `locals {\n  n = aws_ecr_repository.app.name\n}\n${call('local.n')}`, WITH],
    [
      'its name through two locals',
      `locals {\n  n = aws_ecr_repository.app.name\n  all = { app = local.n }\n}\n${call('local.all')}`,
      WITH,
    ],
    [
      'the name, and a module two calls down has a policy',
      call('aws_ecr_repository.app.name'),
      { 'm/main.tf': `${input('target')}${call('var.target', '../n')}`, 'n/main.tf': WITH['m/main.tf'] },
    ],
    ['the name, to an unknown module', call('aws_ecr_repository.app.name', 'acme/ecr/aws'), {}],
    ['the name beside the URL', call('[aws_ecr_repository.app.repository_url, aws_ecr_repository.app.name]'), WITH],
    [
      'the name, to a module that calls an unknown one',
      call('aws_ecr_repository.app.name'),
      {
        'm/main.tf': `${input('target')}${call('var.target', 'acme/ecr/aws')}`,
      },
    ],
  ])('may have one: %s', (_, text, others) => {
    expect(ruleIdsOnly(ID, { 'main.tf': PLAIN + text, ...others })).toEqual([]);
  });
});

const SWITCH = 'variable "on" {\n  type = bool\n}\n';
const withDefault = (name: string, type: string, value: string) =>
  `variable "${name}" {\n  type    = ${type}\n  default = ${value}\n}\n`;

describe('a repository that may not exist', () => {
  it.each([
    ['count by a condition', `${repository('  count = var.on ? 1 : 0\n  name  = "app"\n')}${SWITCH}`],
    ['the other way round', `${repository('  count = var.on ? 0 : 2\n  name  = "app-${count.index}"\n')}${SWITCH}`],
    [
      'a collection by a condition',
      `${repository('  for_each = var.on ? toset(["a"]) : toset([])\n  name     = each.key\n')}${SWITCH}`,
    ],
    [
      'a map by a condition',
      `${repository('  for_each = var.on ? { a = "x" } : {}\n  name     = each.key\n')}${SWITCH}`,
    ],
    [
      "OpenTofu's enabled by a condition with a default",
      `${repository('  name = "app"\n  lifecycle {\n    enabled = var.on\n  }\n')}${withDefault('on', 'bool', 'true')}`,
    ],
    [
      'names with a default',
      `${repository('  for_each = toset(var.names)\n  name     = each.key\n')}${withDefault('names', 'list(string)', '["a"]')}`,
    ],
    [
      'a number with a default',
      `${repository('  count = var.n\n  name  = "app-${count.index}"\n')}${withDefault('n', 'number', '2')}`,
    ],
    [
      'a map with a default',
      `${repository('  for_each = var.all\n  name     = each.key\n')}${withDefault('all', 'map(string)', '{ a = "x" }')}`,
    ],
  ])('is without a policy if it exists: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(TOLD);
  });

  it.each([
    [
      'names without a default',
      `${repository('  for_each = var.names\n  name     = each.key\n')}variable "names" {\n  type = set(string)\n}\n`,
    ],
    [
      'no names by default',
      `${repository('  for_each = toset(var.names)\n  name     = each.key\n')}${withDefault('names', 'list(string)', '[]')}`,
    ],
    ['none by default', `${repository('  count = var.n\n  name  = "app"\n')}${withDefault('n', 'number', '0')}`],
    [
      'turned off by default',
      `${repository('  name = "app"\n  lifecycle {\n    enabled = var.on\n  }\n')}${withDefault('on', 'bool', 'false')}`,
    ],
    ['in neither branch', `${repository('  count = var.on ? 0 : 0\n  name  = "app"\n')}${SWITCH}`],
    [
      'a number that is not known',
      `${repository('  count = var.n\n  name  = "app-${count.index}"\n')}variable "n" {\n  type = number\n}\n`,
    ],
    [
      'known only after apply',
      `${repository('  for_each = toset(data.x_y.z.names)\n  name     = each.key\n')}data "x_y" "z" {}\n`,
    ],
    [
      'with a policy of the same condition',
      `${repository('  count = var.on ? 1 : 0\n  name  = "app"\n')}${SWITCH}${policyFor('aws_ecr_repository.app[0].name')}`,
    ],
    [
      'with a policy for each',
      `${repository('  for_each = toset(var.names)\n  name     = each.key\n')}${withDefault('names', 'list(string)', '["a"]')}${policyFor('each.value.name').replace('"this" {', '"this" {\n  for_each   = aws_ecr_repository.app')}`,
    ],
  ])('is not reported: %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('names the variables whose defaults make it exist', () => {
    const text = `${repository('  for_each = toset(var.names)\n  name     = each.key\n')}${withDefault('names', 'list(string)', '["a"]')}`;
    expect(messagesOnly(ID, { 'main.tf': text })[0]).toMatch(/exists with the default of var\.names\.$/);
  });

  it('gets a policy for as many as there are', () => {
    const title = 'Add a lifecycle policy that expires untagged images only, after 14 days';
    const counted = `${repository('  count                = var.on ? 1 : 0\n  name                 = "app"\n  image_tag_mutability = "IMMUTABLE"\n')}${SWITCH}`;
    expect(fix(counted, title, settingsFor(ID))).toContain(
      '  count      = length(aws_ecr_repository.app)\n  repository = aws_ecr_repository.app[count.index].name\n',
    );
  });
});
