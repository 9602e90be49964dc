import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const ECR = 'resource "aws_ecr_repository" "this" {\n  name = "team/api"\n}\n';
const BUCKET = 'resource "aws_s3_bucket" "this" {\n  bucket = "team"\n}\n';
const KNOWN = '"terraform-aws-modules/ecr/aws"\n  version = "~> 2.0"';
const call = (label: string, source: string, more = '') => `module "${label}" {\n  source = ${source}\n${more}}\n`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const removed = (from: string) => `removed {\n  from = ${from}\n\n  lifecycle {\n    destroy = false\n  }\n}\n`;

const saidOf = (text: string) =>
  ruleIds({ 'main.tf': text, 'ecr/main.tf': ECR, 's3/main.tf': BUCKET, 'deep/main.tf': call('n', '"../ecr"') }).filter(
    (line) => / state-/.test(line),
  );

describe('moved and removed blocks of whole modules', () => {
  it.each([
    ['a local module', call('a', '"./ecr"') + call('b', '"./ecr"') + moved('module.a', 'module.b')],
    ['a module that calls one of ECR', call('a', '"./deep"') + call('b', '"./deep"') + moved('module.a', 'module.b')],
    ['a public module', call('a', KNOWN) + call('b', KNOWN) + moved('module.a', 'module.b')],
    ['one end of ECR', call('a', '"./s3"') + call('b', '"./ecr"') + moved('module.a', 'module.b')],
    ['an old end of ECR', call('a', '"./ecr"') + call('b', '"./gone"') + moved('module.a', 'module.b')],
  ])('are reported for %s', (_, text) => {
    expect(saidOf(text)).toEqual(['error state-moved']);
  });

  it.each([
    ['a removed public module', call('a', KNOWN) + removed('module.a'), 'error state-removed'],
    ['a removed module that calls one of ECR', call('a', '"./deep"') + removed('module.a'), 'error state-removed'],
    [
      'an instance that moves to no call',
      call('a', '"./ecr"', '  count = 1\n') + moved('module.a[1]', 'module.z'),
      'warning state-moved',
    ],
    [
      'an instance that moves to the same call without a key',
      call('a', '"./ecr"', '  count = 1\n') + call('b', '"./ecr"', '  count = 1\n') + moved('module.a[1]', 'module.b'),
      'warning state-moved',
    ],
  ])('are reported for %s', (_, text, said) => {
    expect(saidOf(text)).toEqual([said]);
  });

  it.each([
    ['no ECR', call('a', '"./s3"') + call('b', '"./s3"') + moved('module.a', 'module.b')],
    ['no ECR, beside one of ECR', ECR + call('a', '"./s3"') + removed('module.a')],
    ['a module that cannot be read', call('a', '"git::https://x.test/m.git"') + removed('module.a')],
    ['a folder that is not there', call('a', '"./gone"') + moved('module.a', 'module.a')],
    ['unknown keys', call('b', '"./ecr"', '  for_each = var.names\n') + moved('module.a', 'module.b["x"]')],
    ['an unknown count', call('a', '"./ecr"', '  count = var.n\n') + moved('module.a[1]', 'module.a[0]')],
    ['a call that gains a count', call('a', '"./ecr"', '  count = var.n\n') + moved('module.a', 'module.a[0]')],
    ['a call that loses its count', call('a', '"./ecr"') + moved('module.a[0]', 'module.a')],
    ['a call that loses for_each', call('a', '"./ecr"') + moved('module.a["x"]', 'module.a')],
    ['a renamed call of a public module', call('b', KNOWN) + moved('module.a', 'module.b')],
    [
      'a call with for_each that is renamed',
      call('b', '"./ecr"', '  for_each = var.n\n') + moved('module.a', 'module.b'),
    ],
    ['renamed keys', call('b', '"./ecr"', '  for_each = toset(["y"])\n') + moved('module.b["x"]', 'module.b["y"]')],
    ['a nested call that moves out', call('n', '"./ecr"') + moved('module.deep.module.n', 'module.n')],
    ['an address that is being typed', `${call('b', '"./ecr"')}moved {\n  from = module.\n  to = module.b\n}\n`],
  ])('are left alone: %s', (_, text) => {
    expect(saidOf(text)).toEqual([]);
  });
});
