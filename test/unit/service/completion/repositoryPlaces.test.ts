import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const REPOSITORIES = {
  'ecr.tf':
    'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n\nresource "aws_ecr_repository" "all" {\n  for_each = toset(["a"])\n  name     = each.key\n}\n',
};
const lambda = (value: string) => `resource "aws_lambda_function" "app" {\n  image_uri = ${value}\n}\n`;
const document = (value: string) =>
  `data "aws_iam_policy_document" "d" {\n  statement {\n    resources = ${value}\n  }\n}\n`;

const URL = 'aws_ecr_repository.app.repository_url';

describe('where another resource runs an image', () => {
  it('the URLs of the repositories are completed, that of the same name first', () => {
    expect(labelsAt(lambda('$0'), true, REPOSITORIES)).toEqual([
      URL,
      'aws_ecr_repository.all[each.key].repository_url',
    ]);
  });

  it.each([
    ['nothing', lambda('$0'), lambda('"${aws_ecr_repository.app.repository_url}:latest"')],
    ['a word', lambda('aws$0'), lambda('"${aws_ecr_repository.app.repository_url}:latest"')],
    ['quotes', lambda('"$0"'), lambda('"${aws_ecr_repository.app.repository_url}:latest"')],
    ['an open quote', lambda('"$0'), lambda('"${aws_ecr_repository.app.repository_url}:latest"')],
  ])('in place of %s, with a tag behind', (_, typed, accepted) => {
    expect(accept(typed, URL, REPOSITORIES)).toBe(accepted);
  });

  it('in container definitions too', () => {
    const task = (value: string) =>
      `resource "aws_ecs_task_definition" "t" {\n  container_definitions = jsonencode([{ name = "app", image = ${value} }])\n}\n`;
    expect(accept(task('"$0"'), URL, REPOSITORIES)).toBe(task('"${aws_ecr_repository.app.repository_url}:latest"'));
  });
});

describe('where a policy names resources', () => {
  const ARN = 'aws_ecr_repository.app.arn';

  it.each([
    ['[$0]', '[aws_ecr_repository.app.arn]'],
    ['["*", $0]', '["*", aws_ecr_repository.app.arn]'],
    ['["$0"]', '["${aws_ecr_repository.app.arn}"]'],
  ])('the ARNs are completed at %s', (typed, accepted) => {
    expect(accept(document(typed), ARN, REPOSITORIES)).toBe(document(accepted));
  });
});

describe('elsewhere', () => {
  it.each([
    ['another argument', 'resource "aws_lambda_function" "l" {\n  function_name = "$0"\n}\n'],
    ['another resource', 'resource "aws_s3_bucket" "l" {\n  image_uri = "$0"\n}\n'],
    ['a computed text', lambda('"${var.x}$0"')],
    ['the next line', 'resource "aws_lambda_function" "l" {\n  image_uri = "x"\n  $0\n}\n'],
    ['an object that is no JSON', 'locals {\n  a = { image = "$0" }\n}\n'],
  ])('nothing is offered: %s', (_, text) => {
    expect(labelsAt(text, false, REPOSITORIES)).toEqual([]);
  });
});
