import { describe, expect, it } from 'vitest';
import { messagesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ONE = `variable "name" {
  type = string
}
resource "aws_ecr_repository" "this" {
  name = var.name
}
output "name" {
  value = aws_ecr_repository.this.name
}
`;
const MANY = `variable "names" {
  type = set(string)
}
module "one" {
  source   = "../one"
  for_each = var.names
  name     = each.key
}
`;
const REGISTRY = `variable "on" {
  type    = bool
  default = true
}
resource "aws_ecr_registry_scanning_configuration" "this" {
  count     = var.on ? 1 : 0
  scan_type = "BASIC"
}
`;
const FILES = { 'one/main.tf': ONE, 'many/main.tf': MANY, 'registry/main.tf': REGISTRY };
const call = (label: string, body: string, source = './one') =>
  `module "${label}" {\n  source = "${source}"\n${body}}\n`;
const named = (label: string, name: string, more = '') => call(label, `  name = ${name}\n${more}`);
const repository = (name: string, more = '') => `resource "aws_ecr_repository" "r" {\n  name = ${name}\n${more}}\n`;
const PROVIDERS = `provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "us"
  region = "us-east-1"
}
`;
const US = '  providers = {\n    aws = aws.us\n  }\n';

/** What is found in the root; the modules have nothing to tell. */
const found = (main: string, id = 'name-repeated') => ruleIdsOnly(id, { 'main.tf': main, ...FILES });

describe('names that are repeated through calls of local modules', () => {
  it.each([
    ['two calls', named('a', '"team/api"') + named('b', '"team/api"')],
    ['a call and a resource', named('a', '"team/api"') + repository('"team/api"')],
    ['a resource and a call', repository('"team/api"') + named('a', '"team/api"')],
    ['a local in both', `locals {\n  n = "team/api"\n}\n${named('a', 'local.n')}${named('b', 'local.n')}`],
    ['a variable in both', `variable "n" {\n  type = string\n}\n${named('a', 'var.n')}${named('b', 'var.n')}`],
    ['one name for each', named('a', '"team/api"', '  for_each = toset(["x", "y"])\n')],
    ['one name twice by count', named('a', '"team/api"', '  count = 2\n')],
    ['equal values of a map', named('a', 'each.value', '  for_each = { x = "team/api", y = "team/api" }\n')],
    ['calls of calls', call('a', '  names = ["p1", "p2"]\n', './many') + call('b', '  names = ["p2"]\n', './many')],
    ['a call of calls and a call', call('a', '  names = ["p1"]\n', './many') + named('b', '"p1"')],
    ['one alias in both', PROVIDERS + named('a', '"p1"', US) + named('b', '"p1"', US)],
    [
      'an alias and a resource with it',
      PROVIDERS + named('a', '"p1"', US) + repository('"p1"', '  provider = aws.us\n'),
    ],
  ])('are told: %s', (_, main) => {
    expect(found(main)).toEqual(['error name-repeated']);
  });

  it.each([
    ['two names', named('a', '"team/api"') + named('b', '"team/web"')],
    ['two providers', PROVIDERS + named('a', '"p1"') + named('b', '"p1"', US)],
    ['two regions', named('a', '"p1"') + repository('"p1"', '  region = "eu-west-2"\n')],
    ['two variables', `variable "n" {\n}\nvariable "m" {\n}\n${named('a', 'var.n')}${named('b', 'var.m')}`],
    ['names of keys', named('a', 'each.key', '  for_each = toset(["p1", "p2"])\n')],
    ['unknown keys', `variable "k" {\n  type = set(string)\n}\n${named('a', 'each.key', '  for_each = var.k\n')}`],
    [
      'an unknown count',
      `variable "k" {\n  type = bool\n}\n${named('a', '"p1"', '  count = var.k ? 1 : 0\n')}${named('b', '"p1"', '  count = var.k ? 0 : 1\n')}`,
    ],
    ['no instance', named('a', '"p1"', '  count = 0\n') + named('b', '"p1"')],
    ['providers that are not known', `${named('a', '"p1"', '  providers = local.p\n')}${named('b', '"p1"')}`],
    ['an empty module', `${call('a', '', './gone')}${named('b', '"p1"')}`],
    ['a random part', `${named('a', '"p-${uuid()}"')}${named('b', '"p-${uuid()}"')}`],
  ])('are not told where nothing is sure: %s', (_, main) => {
    expect(found(main)).toEqual([]);
  });

  it('names both addresses', () => {
    expect(messagesOnly('name-repeated', { 'main.tf': named('a', '"p1"') + named('b', '"p1"'), ...FILES })).toEqual([
      expect.stringContaining(
        'module.a.aws_ecr_repository.this and module.b.aws_ecr_repository.this have the same name',
      ),
    ]);
  });
});

describe('settings of a registry through calls', () => {
  const setting = (label: string, more = '') => call(label, more, './registry');
  const other = 'resource "aws_ecr_registry_scanning_configuration" "r" {\n  scan_type = "BASIC"\n}\n';

  it.each([
    ['two calls', setting('a') + setting('b')],
    ['a call and a resource', setting('a') + other],
    ['a call for each', setting('a', '  for_each = toset(["x", "y"])\n')],
  ])('are told: %s', (_, main) => {
    expect(found(main, 'singleton-repeated')).toEqual(['error singleton-repeated']);
  });

  it.each([
    ['one turned off', setting('a') + setting('b', '  on = false\n')],
    [
      'a switch that is not known',
      `variable "on" {\n  type = bool\n}\n${setting('a')}${setting('b', '  on = var.on\n')}`,
    ],
    ['two providers', PROVIDERS + setting('a') + setting('b', US)],
  ])('are not told where nothing is sure: %s', (_, main) => {
    expect(found(main, 'singleton-repeated')).toEqual([]);
  });
});
