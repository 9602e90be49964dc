import { describe, expect, it } from 'vitest';
import { accept, itemsAt, labelsAt } from './cursor.ts';

const REPOSITORIES = `
resource "aws_ecr_repository" "app" {
  name = "shop/app"
}

resource "aws_ecr_repository" "web" {
  name = local.web
}

resource "aws_ecr_repository" "many" {
  for_each = toset(["a", "b"])
  name     = each.key
}

resource "aws_ecr_repository" "numbered" {
  count = 2
  name  = "n"
}

resource "aws_s3_bucket" "other" {}

locals {
  web = "shop/web"
}
`;
const others = { 'repositories.tf': REPOSITORIES };
const policy = (value: string, name = 'app') =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = ${value}\n  policy = "{}"\n}\n`;

describe('the repository of a policy', () => {
  it('offers the repositories of all files, that of the same name first', () => {
    expect(labelsAt(policy('$0', 'web'), false, others)).toEqual([
      'aws_ecr_repository.web.name',
      'aws_ecr_repository.app.name',
      'aws_ecr_repository.many[each.key].name',
      'aws_ecr_repository.numbered[count.index].name',
    ]);
  });

  it('puts repositories last that have a policy', () => {
    const withPolicy = { ...others, 'policies.tf': policy('aws_ecr_repository.app.name', 'x') };
    expect(labelsAt(policy('$0', 'y'), false, withPolicy).at(-1)).toBe('aws_ecr_repository.app.name');
  });

  it.each([
    ['nothing', '$0'],
    ['a word', 'aws_e$0'],
    ['a type and a dot', 'aws_ecr_repository.$0'],
    ['half a name', 'aws_ecr_repository.a$0'],
    ['another attribute', 'aws_ecr_repository.app.$0'],
    ['quotes', '"$0"'],
  ])('replaces %s', (_, typed) => {
    expect(accept(policy(typed), 'aws_ecr_repository.app.name', others)).toBe(policy('aws_ecr_repository.app.name'));
  });

  it('says which repository it is', () => {
    const item = itemsAt(policy('$0'), false, others).find(({ label }) => label === 'aws_ecr_repository.web.name');
    expect(item?.documentation).toContain('shop/web');
  });
});

describe('import blocks', () => {
  const importing = (to: string, id: string) => `import {\n  to = ${to}\n  id = ${id}\n}\n`;

  it('offers the ECR resources of the module', () => {
    expect(labelsAt(importing('$0', '"x"'), false, others)).toEqual([
      'aws_ecr_repository.app',
      'aws_ecr_repository.web',
      'aws_ecr_repository.many',
      'aws_ecr_repository.numbered',
    ]);
  });

  it('leaves out what another block imports', () => {
    const imported = { ...others, 'imports.tf': importing('aws_ecr_repository.app', '"shop/app"') };
    expect(labelsAt(importing('$0', '"x"'), false, imported)).not.toContain('aws_ecr_repository.app');
    expect(labelsAt(importing('$0', '"x"'), false, imported)).toContain('aws_ecr_repository.web');
  });

  it.each([
    ['aws_ecr_repository.$0', 'aws_ecr_repository.app', 'aws_ecr_repository.app'],
    ['"$0"', 'aws_ecr_repository.app', 'aws_ecr_repository.app'],
    ['$0', 'aws_ecr_repository.many', 'aws_ecr_repository.many["‸"]'],
    ['$0', 'aws_ecr_repository.numbered', 'aws_ecr_repository.numbered[0]'],
  ])('replaces %s by %s', (typed, label, accepted) => {
    expect(accept(importing(typed, '"x"'), label, others)).toBe(importing(accepted, '"x"'));
  });

  it('uses the key of its own for_each', () => {
    const text = 'import {\n  for_each = toset(["a"])\n  to = $0\n  id = each.key\n}\n';
    expect(accept(text, 'aws_ecr_repository.many', others)).toContain('to = aws_ecr_repository.many[each.key]\n');
  });

  it.each([
    ['nothing', '$0'],
    ['quotes', '"$0"'],
    ['an opening quote', '"$0'],
  ])('completes the id with %s', (_, typed) => {
    const write = (id: string) => importing('aws_ecr_repository.app', id);
    expect(accept(write(typed), 'shop/app', others)).toBe(write('"shop/app"'));
  });

  it('follows a policy to its repository', () => {
    const withPolicy = { ...others, 'policies.tf': policy('aws_ecr_repository.web.name', 'w') };
    expect(labelsAt(importing('aws_ecr_lifecycle_policy.w', '"$0"'), false, withPolicy)).toEqual(['shop/web']);
  });

  it('offers its arguments when alone', () => {
    expect(labelsAt('import {\n  $0\n}\n')).toEqual(['to', 'id', 'for_each', 'provider']);
    expect(labelsAt('import {\n  $0\n}\n', false)).toEqual([]);
  });
});
