import { describe, expect, it } from 'vitest';
import { accept, itemsAt, labelsAt } from './cursor.ts';

const repository = (body: string) => `resource "aws_ecr_repository" "app" {\n${body}\n}\n`;
const BLOCKS = [
  'image_scanning_configuration',
  'encryption_configuration',
  'image_tag_mutability_exclusion_filter',
  'timeouts',
  'lifecycle',
];

describe('arguments and blocks of a repository', () => {
  it('come with the required ones first and the blocks last', () => {
    const labels = labelsAt(repository('  $0'));
    expect(labels[0]).toBe('name');
    expect(labels.slice(1, 4)).toEqual(['image_tag_mutability', 'force_delete', 'tags']);
    expect(labels.slice(-BLOCKS.length)).toEqual(BLOCKS);
  });

  it.each([
    ['present arguments', repository('  name = "x"\n  $0'), 'name'],
    ['arguments that follow', repository('  $0\n  name = "x"'), 'name'],
    [
      'blocks that may stand once',
      repository('  image_scanning_configuration {\n    scan_on_push = true\n  }\n  $0'),
      'image_scanning_configuration',
    ],
  ])('leaves out %s', (_, text, label) => {
    const labels = labelsAt(text);
    expect(labels).not.toContain(label);
    expect(labels).toContain('force_delete');
  });

  it('offers a repeatable block again', () => {
    const text = repository('  image_tag_mutability_exclusion_filter {\n    filter = "a"\n  }\n  $0');
    expect(labelsAt(text)).toContain('image_tag_mutability_exclusion_filter');
  });

  it.each([
    ['encryption_configuration', ['encryption_type', 'kms_key']],
    ['image_scanning_configuration', ['scan_on_push']],
    ['image_tag_mutability_exclusion_filter', ['filter', 'filter_type']],
    ['timeouts', ['delete']],
  ])('knows the arguments of %s', (block, labels) => {
    expect(labelsAt(repository(`  ${block} {\n    $0\n  }`))).toEqual(labels);
  });

  it('knows the content of a dynamic block', () => {
    const text = repository(
      '  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = []\n    content {\n      $0\n    }\n  }',
    );
    expect(labelsAt(text)).toEqual(['filter', 'filter_type']);
  });

  it('is silent beside a companion extension', () => {
    expect(labelsAt(repository('  $0'), false)).toEqual([]);
    expect(labelsAt('resource "$0"', false)).toEqual([]);
  });

  it('documents each, with its default, and what a change does', () => {
    const items = itemsAt(repository('  $0'));
    const documentation = (label: string) => items.find((item) => item.label === label)?.documentation;
    expect(documentation('name')).toContain('A change replaces the resource.');
    expect(documentation('image_tag_mutability')).toContain('Default: `"MUTABLE"`.');
    expect(documentation('image_tag_mutability_exclusion_filter')).toContain('Since provider 6.8.0.');
    expect(items.filter((item) => item.documentation === '')).toEqual([]);
  });
});

describe('an accepted argument or block', () => {
  it.each([
    ['name', '  $0', '  name = "‸"'],
    ['name', '  na$0', '  name = "‸"'],
    ['name', '  na$0 = "x"', '  name = "x"'],
    ['image_tag_mutability', '  $0', '  image_tag_mutability = "IMMUTABLE"'],
    ['force_delete', '  $0', '  force_delete = false'],
    ['tags', '  $0', '  tags = {\n    ‸\n  }'],
    ['for_each', '  $0', '  for_each = toset(["name"])'],
    ['image_scanning_configuration', '  image$0', '  image_scanning_configuration {\n    scan_on_push = true\n  }'],
    ['encryption_configuration', '  $0', '  encryption_configuration {\n    ‸\n  }'],
    [
      'image_tag_mutability_exclusion_filter',
      '  $0',
      '  image_tag_mutability_exclusion_filter {\n    filter      = "‸"\n    filter_type = "WILDCARD"\n  }',
    ],
  ])('%s at %j', (label, typed, accepted) => {
    expect(accept(repository(typed), label)).toBe(repository(accepted));
  });

  it('refers to the repository of the same name', () => {
    const text = `${repository('  name = "x"')}resource "aws_ecr_lifecycle_policy" "app" {\n  $0\n}\n`;
    expect(accept(text, 'repository')).toContain('  repository = aws_ecr_repository.app.name\n');
  });

  it('writes a policy with a rule to fill in', () => {
    const text = accept('resource "aws_ecr_lifecycle_policy" "p" {\n  $0\n}\n', 'policy');
    expect(text).toContain('  policy = jsonencode({\n    rules = [\n      {\n        rulePriority = 1\n');
  });
});

/** The rest of the block that a type writes. */
const REST = ' "main" {\n  name = "‸"\n}';

describe('resource types', () => {
  it.each([
    ['both quotes', 'resource "$0"', `resource "aws_ecr_repository"${REST}`],
    ['both quotes and a name', 'resource "aws_ecr_$0" "x" {\n}\n', 'resource "aws_ecr_repository" "x" {\n}\n'],
    ['an opening quote', 'resource "aws_e$0\n', `resource "aws_ecr_repository"${REST}\n`],
    [
      'an opening quote above a block',
      'resource "$0\n\nvariable "x" {\n}\n',
      `resource "aws_ecr_repository"${REST}\n\nvariable "x" {\n}\n`,
    ],
  ])('with %s', (_, typed, accepted) => {
    expect(labelsAt(typed)).toContain('aws_ecr_lifecycle_policy');
    expect(accept(typed, 'aws_ecr_repository')).toBe(accepted);
  });

  it('stay out of the second label', () => {
    expect(labelsAt('resource "aws_ecr_repository" "$0" {\n}\n')).toEqual([]);
  });
});
