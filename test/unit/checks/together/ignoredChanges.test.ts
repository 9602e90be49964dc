import { describe, expect, it } from 'vitest';
import type { Files } from '../../support/checkProblems.ts';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const lifecycle = (ignored: string) => `  lifecycle {\n    ignore_changes = ${ignored}\n  }\n`;

const repository = (ignored: string, written = '') =>
  `resource "aws_ecr_repository" "app" {\n  name = "app"\n${written}${lifecycle(ignored)}}\n`;

const json = (ignored: string, written: object = {}): Files => ({
  'main.tf.json': JSON.stringify({
    resource: {
      aws_ecr_repository: {
        app: { name: 'app', ...written, lifecycle: { ignore_changes: JSON.parse(ignored) } },
      },
    },
  }),
});

const MUTABLE = '  image_tag_mutability = "MUTABLE"\n';
const UNSCANNED = '  image_scanning_configuration {\n    scan_on_push = false\n  }\n';

/** Advice, how its argument is ignored, and a module that gets the advice otherwise. */
const IGNORED: readonly (readonly [string, readonly string[], (ignored: string) => string | Files])[] = [
  [
    'repository-mutable-tags',
    ['all', '[image_tag_mutability]', '[tags, image_tag_mutability]', '["image_tag_mutability"]'],
    (ignored) => repository(ignored, MUTABLE),
  ],
  ['repository-mutable-tags', ['all', '[image_tag_mutability]'], (ignored) => repository(ignored)],
  [
    'repository-mutable-tags',
    ['"all"', '["image_tag_mutability"]'],
    (ignored) => json(ignored, { image_tag_mutability: 'MUTABLE' }),
  ],
  [
    'repository-scan-on-push',
    [
      'all',
      '[image_scanning_configuration]',
      '[image_scanning_configuration[0].scan_on_push]',
      '[image_scanning_configuration.0.scan_on_push]',
      '[image_scanning_configuration[0]]',
      '["image_scanning_configuration"]',
      '["image_scanning_configuration[0].scan_on_push"]',
      '[tags["Owner"], image_scanning_configuration]',
    ],
    (ignored) => repository(ignored, UNSCANNED),
  ],
  ['repository-scan-on-push', ['all', '[image_scanning_configuration]'], (ignored) => repository(ignored)],
  [
    'repository-scan-on-push',
    ['"all"', '["image_scanning_configuration"]', '["image_scanning_configuration[0].scan_on_push"]'],
    (ignored) => json(ignored),
  ],
  [
    'scanning-shadows-repository',
    ['all', '[image_scanning_configuration]', '["image_scanning_configuration"]'],
    (ignored) =>
      `${repository(ignored, UNSCANNED)}resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"
  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }
}
`,
  ],
  [
    'template-immutable-cache',
    ['all', '[image_tag_mutability]', '["image_tag_mutability"]'],
    (ignored) =>
      `resource "aws_ecr_repository_creation_template" "hub" {
  prefix               = "hub"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "IMMUTABLE"
${lifecycle(ignored)}}
`,
  ],
  [
    'policy-growth',
    ['all', '[policy]', '["policy"]'],
    (ignored) =>
      `resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy = jsonencode({ rules = [{
    rulePriority = 1
    selection    = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 9 }
    action       = { type = "expire" }
  }] })
${lifecycle(ignored)}}
`,
  ],
  [
    'access-version-missing',
    ['all', '[policy]', '["policy"]'],
    (ignored) =>
      `resource "aws_ecr_repository_policy" "app" {
  repository = "app"
  policy = jsonencode({ Statement = [{
    Effect = "Allow", Principal = { AWS = "111122223333" }, Action = ["ecr:BatchGetImage"]
  }] })
${lifecycle(ignored)}}
`,
  ],
];

const CASES = IGNORED.flatMap(([id, lists, moduleOf]) => lists.map((ignored) => ({ id, ignored, moduleOf })));

describe('advice on an argument whose changes Terraform ignores', () => {
  it.each(CASES)('is not given: $id with ignore_changes = $ignored', ({ id, ignored, moduleOf }) => {
    expect(ruleIdsOnly(id, moduleOf(ignored))).toEqual([]);
  });

  it.each(CASES)('is given where others are ignored: $id instead of $ignored', ({ id, ignored, moduleOf }) => {
    const others =
      ignored.startsWith('"') || ignored.startsWith('["') ? ['["tags"]'] : ['[tags]', '[tags["Owner"]]', '[]'];
    for (const other of others) expect(ruleIdsOnly(id, moduleOf(other))).toEqual([`hint ${id}`]);
  });

  it('is no reason to accept what AWS refuses when the resource is created', () => {
    const wrong = repository('all', '  image_tag_mutability = "IMUTABLE"\n').replace('"app"\n', '"App"\n');
    expect(ruleIdsOnly('repository-mutability-value', wrong)).toEqual(['error repository-mutability-value']);
    expect(ruleIdsOnly('repository-name', wrong)).toEqual(['error repository-name']);
    const policy = `resource "aws_ecr_lifecycle_policy" "app" {\n  repository = "app"\n  policy     = ""\n${lifecycle('[policy]')}}\n`;
    expect(ruleIdsOnly('policy-length', policy)).toEqual(['error policy-length']);
  });
});
