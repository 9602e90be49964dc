import { describe, expect, it } from 'vitest';
import { hoverAt } from './hoverAt.ts';

const STATEMENTS =
  '{ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] }] }';
const RULES =
  '{ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }, action = { type = "expire" } }] }';
const PULL = 'Account 111122223333 may pull';
const KEEP = 'Keeps the newest 30 of all images';

const held = (type: string, others: string, policies: string) => `resource "${type}" "p" {\n${others}${policies}\n}\n`;
const json = STATEMENTS.replaceAll(' = ', ': ').replace(/(\{ |, )(\w+):/g, '$1"$2":');

describe('the argument that takes a policy', () => {
  it.each([
    [
      'a repository policy',
      held('aws_ecr_repository_policy', '  repository = "a"\n', `  pol$0icy = jsonencode(${STATEMENTS})`),
    ],
    ['its value', held('aws_ecr_repository_policy', '  repository = "a"\n', `  policy = json$0encode(${STATEMENTS})`)],
    ['a heredoc', held('aws_ecr_repository_policy', '  repository = "a"\n', `  policy = <<E$0OF\n${json}\nEOF`)],
    ['a registry policy', held('aws_ecr_registry_policy', '', `  pol$0icy = jsonencode(${STATEMENTS})`)],
    [
      'a template that has both',
      held(
        'aws_ecr_repository_creation_template',
        '',
        `  repository_po$0licy = jsonencode(${STATEMENTS})\n  lifecycle_policy = jsonencode(${RULES})`,
      ),
    ],
    [
      'blocks',
      `data "aws_iam_policy_document" "d" {\n  statement {\n    actions = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]\n    principals {\n      type = "AWS"\n      identifiers = ["111122223333"]\n    }\n  }\n}\n${held('aws_ecr_repository_policy', '  repository = "a"\n', '  pol$0icy = data.aws_iam_policy_document.d.json')}`,
    ],
  ])('says who may do what: %s', (_, text) => {
    expect(hoverAt(text)?.markdown).toContain(PULL);
  });

  it.each([
    [
      'a lifecycle policy',
      held('aws_ecr_lifecycle_policy', '  repository = "a"\n', `  pol$0icy = jsonencode(${RULES})`),
    ],
    [
      'a template that has both',
      held(
        'aws_ecr_repository_creation_template',
        '',
        `  repository_policy = jsonencode(${STATEMENTS})\n  lifecycle_po$0licy = jsonencode(${RULES})`,
      ),
    ],
  ])('says which images go: %s', (_, text) => {
    const markdown = hoverAt(text)?.markdown;
    expect(markdown).toContain(KEEP);
    expect(markdown).not.toContain(PULL);
  });

  it('describes the argument alone where the policy is not known', () => {
    const markdown = hoverAt(
      held('aws_ecr_repository_policy', '  repository = "a"\n', '  pol$0icy = var.policy'),
    )?.markdown;
    expect(markdown).toContain('The IAM policy as JSON text');
    expect(markdown).not.toContain('may pull');
  });
});
