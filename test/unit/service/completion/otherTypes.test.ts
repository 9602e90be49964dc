import { describe, expect, it } from 'vitest';
import type { BodyFact } from '../../../../server/src/facts/provider/resourceSchema.ts';
import { bodyFact, typesOfBlock } from '../../../../server/src/facts/provider/resources.ts';
import { hover } from '../../../../server/src/service/hover/hover.ts';
import { accept, itemsAt, labelsAt, openAtCursor } from './cursor.ts';

const inBlock = (head: string, body: string) => `${head} {\n${body}\n}\n`;

describe('the first label of a block', () => {
  it('completes data sources and ephemeral ones', () => {
    expect(labelsAt('data "$0"')).toContain('aws_ecr_lifecycle_policy_document');
    expect(labelsAt('data "$0"')).toContain('aws_ecrpublic_images');
    expect(labelsAt('data "$0"')).not.toContain('aws_ecr_replication_configuration');
    expect(labelsAt('ephemeral "$0"')).toEqual(['aws_ecr_authorization_token', 'aws_ecrpublic_authorization_token']);
    expect(labelsAt('provider "$0"')).toEqual([]);
  });

  it('leaves them to a companion', () => {
    expect(labelsAt('data "$0"', false)).toEqual([]);
  });
});

describe('every type of ECR', () => {
  const all = ['resource', 'data', 'ephemeral'].flatMap((blockType) =>
    typesOfBlock(blockType).map(({ type }) => ({ blockType, type })),
  );

  it('is there', () => {
    expect(all.length).toBe(24);
  });

  it.each(all)('$blockType $type completes its required arguments first, all documented', ({ blockType, type }) => {
    const items = itemsAt(inBlock(`${blockType} "${type}" "x"`, '  $0'));
    const required = bodyFact(blockType, type)?.arguments.filter((fact) => fact.required) ?? [];
    expect(items.slice(0, required.length).map(({ label }) => label)).toEqual(required.map(({ name }) => name));
    expect(items.filter(({ documentation }) => documentation === '')).toEqual([]);
    expect(items.map(({ label }) => label)).toContain('for_each');
  });

  it('says of each block which arguments it takes, without a name twice', () => {
    const check = (path: string, { arguments: facts, blocks }: BodyFact): void => {
      const names = [...facts, ...blocks].map(({ name }) => name);
      expect([path, new Set(names).size]).toEqual([path, names.length]);
      for (const block of blocks) check(`${path}.${block.name}`, block);
    };
    for (const { blockType, type } of all) check(type, bodyFact(blockType, type) ?? { arguments: [], blocks: [] });
  });
});

describe('values', () => {
  it.each([
    ['resource "aws_ecr_account_setting" "s"', '  name = "$0"', 'REGISTRY_POLICY_SCOPE'],
    ['resource "aws_ecr_registry_scanning_configuration" "s"', '  scan_type = "$0"', 'ENHANCED'],
    [
      'resource "aws_ecr_registry_scanning_configuration" "s"',
      '  rule {\n    scan_frequency = "$0"\n  }',
      'SCAN_ON_PUSH',
    ],
    [
      'resource "aws_ecr_replication_configuration" "s"',
      '  replication_configuration {\n    rule {\n      repository_filter {\n        filter_type = $0\n      }\n    }\n  }',
      'PREFIX_MATCH',
    ],
    ['resource "aws_ecr_pull_through_cache_rule" "s"', '  upstream_registry_url = "$0"', 'quay.io'],
    ['resource "aws_ecrpublic_repository" "s"', '  catalog_data {\n    architectures = ["$0"]\n  }', 'x86-64'],
    ['data "aws_ecr_image" "s"', '  most_recent = $0', 'true'],
    [
      'data "aws_ecr_lifecycle_policy_document" "s"',
      '  rule {\n    selection {\n      count_type = "$0"\n    }\n  }',
      'sinceImagePushed',
    ],
    [
      'data "aws_ecr_lifecycle_policy_document" "s"',
      '  rule {\n    selection {\n      tag_status = "$0"\n    }\n  }',
      'untagged',
    ],
    ['data "aws_ecr_lifecycle_policy_document" "s"', '  rule {\n    action {\n      type = "$0"\n    }\n  }', 'expire'],
    [
      'data "aws_ecr_lifecycle_policy_document" "s"',
      '  dynamic "rule" {\n    content {\n      action {\n        target_storage_class = "$0"\n      }\n    }\n  }',
      'archive',
    ],
  ])('of %s %s', (head, body, value) => {
    expect(labelsAt(inBlock(head, body))).toContain(value);
    expect(labelsAt(inBlock(head, body), false)).toContain(value);
  });

  it('refer to repositories where a name is wanted', () => {
    const repository = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
    for (const head of ['resource "aws_ecr_repository_policy" "p"', 'data "aws_ecr_image" "i"']) {
      const name = head.startsWith('data') ? 'repository_name' : 'repository';
      expect(labelsAt(repository + inBlock(head, `  ${name} = $0`))).toEqual(['aws_ecr_repository.app.name']);
    }
  });
});

describe('a policy document', () => {
  const document = (body: string) => inBlock('data "aws_ecr_lifecycle_policy_document" "d"', body);

  it('completes a whole rule with the next priority', () => {
    const first = '  rule {\n    priority = 10\n  }\n';
    expect(accept(document(`${first}  ru$0`), 'rule')).toBe(
      document(`${first}  rule {
    priority = 11
    selection {
      tag_status   = "untagged"
      count_type   = "imageCountMoreThan"
      count_number = 30
    }
  }`),
    );
  });

  it('completes the next priority of a rule that has none', () => {
    expect(labelsAt(document('  rule {\n    priority = 3\n  }\n  rule {\n    priority = $0\n  }'))).toEqual(['4']);
    expect(labelsAt(document('  rule {\n    priority = $0\n  }'))).toEqual(['1']);
  });
});

describe('what a reference gives', () => {
  const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';
  const output = (value: string) => `output "o" {\n  value = ${value}\n}\n`;

  it.each([
    'aws_ecr_repository.app.$0',
    'aws_ecr_repository.app.repo$0',
    'aws_ecr_repository.app["x"].$0',
    'aws_ecr_repository.app[0].$0',
    '"${aws_ecr_repository.app.$0}:latest"',
    'data.aws_ecr_repository.app.$0',
    '[aws_ecr_repository.app.$0]',
  ])('is completed at %s', (reference) => {
    expect(labelsAt(REPOSITORY + output(reference))).toContain('repository_url');
  });

  it.each([
    'aws_ecr_repository.app[*].$0',
    'aws_ecr_repository.app.*.$0',
    'values(aws_ecr_repository.app)[*].$0',
    '{ for name, one in aws_ecr_repository.app : name => one.$0 }',
    '[for one in values(aws_ecr_repository.app) : "${one.$0}"]',
    '[for one in aws_ecr_repository.app : one.$0',
  ])('is completed for its instances at %s', (reference) => {
    expect(labelsAt(REPOSITORY + output(reference))).toContain('repository_url');
  });

  it('is completed for each value of a block that goes through instances', () => {
    const policy = (value: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  for_each   = aws_ecr_repository.app\n  repository = ${value}\n}\n`;
    expect(labelsAt(REPOSITORY + policy('each.value.$0'))).toContain('repository_url');
    expect(accept(REPOSITORY + policy('each.value.n$0'), 'name')).toBe(REPOSITORY + policy('each.value.name'));
    expect(labelsAt(policy('each.value.$0').replace('aws_ecr_repository.app', 'var.x'))).toEqual([]);
  });

  it.each(['[for one in aws_ecr_repository.app : two.$0]', '[for one in var.x : one.$0]', 'var.x[*].$0'])(
    'is not completed for what is unknown at %s',
    (reference) => {
      expect(labelsAt(REPOSITORY + output(reference))).toEqual([]);
    },
  );

  it('is written in place of what stands there', () => {
    expect(accept(REPOSITORY + output('"${aws_ecr_repository.app.re$0}:v1"'), 'repository_url')).toBe(
      REPOSITORY + output('"${aws_ecr_repository.app.repository_url}:v1"'),
    );
  });

  it('is first a name of the module', () => {
    expect(labelsAt(REPOSITORY + output('aws_ecr_repository.$0'))).toEqual(['app']);
    expect(labelsAt(REPOSITORY + output('data.aws_ecr_repository.$0'))).toEqual([]);
  });

  it.each([
    'aws_s3_bucket.app.$0',
    'local.app.$0',
    'aws_ecr_repository.app.name.$0',
    'var.x$0',
    '"aws_ecr_repository.app.$0"',
  ])('is not completed at %s', (reference) => {
    expect(labelsAt(REPOSITORY + output(reference))).toEqual([]);
  });

  it('is left to a companion', () => {
    expect(labelsAt(REPOSITORY + output('aws_ecr_repository.app.$0'), false)).toEqual([]);
  });

  it('is told on hover', () => {
    const { module, uri, offset } = openAtCursor(REPOSITORY + output('aws_ecr_repository.app.repository_u$0rl'));
    expect(hover({ module, uri, offset })?.markdown).toContain('without `https://` and without a tag');
  });
});
