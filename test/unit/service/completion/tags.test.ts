import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const USED = {
  'used.tf': `locals {
  a = { tagPatternList = ["release-*", "v*"] }
  b = { tagPatternList = ["v*"] }
  c = { "tagPrefixList" : ["pr-"] }
}
data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    selection {
      tag_prefix_list = ["dev-", "\${var.x}"]
    }
  }
}
`,
};

const policy = (list: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({\n    rules = [{ selection = { tagStatus = "tagged", ${list} } }]\n  })\n}\n`;
const heredoc = (list: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = <<-EOT\n    {"rules": [{"selection": {${list}}}]}\n  EOT\n}\n`;
const quoted = (list: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = "{\\"rules\\": [{\\"selection\\": {${list}}}]}"\n}\n`;

describe('a list of tags', () => {
  it('completes what policies of the workspace name, those of its kind and the most used first', () => {
    expect(labelsAt(policy('tagPatternList = ["$0"]'), true, USED)).toEqual(['v*', 'release-*', 'pr-', 'dev-']);
    expect(labelsAt(policy('tagPrefixList = ["$0"]'), true, USED)).toEqual(['pr-', 'dev-', 'v*', 'release-*']);
  });

  it('leaves out what it has', () => {
    expect(labelsAt(policy('tagPatternList = ["v*", "$0"]'), true, USED)).toEqual(['release-*', 'pr-', 'dev-']);
    expect(labelsAt(policy('tagPatternList = ["$0", "v*"]'), true, USED)).toEqual(['release-*', 'pr-', 'dev-']);
  });

  it.each([
    ['in quotes', policy('tagPatternList = ["$0"]'), policy('tagPatternList = ["v*"]')],
    ['in a word', policy('tagPatternList = ["re$0le"]'), policy('tagPatternList = ["v*"]')],
    ['in an open quote', policy('tagPatternList = ["$0]'), policy('tagPatternList = ["v*"]')],
    ['without a quote', policy('tagPatternList = [$0]'), policy('tagPatternList = ["v*"]')],
    ['after a comma', policy('tagPatternList = ["x", $0]'), policy('tagPatternList = ["x", "v*"]')],
    ['in JSON', heredoc('"tagPatternList": ["$0"]'), heredoc('"tagPatternList": ["v*"]')],
    ['in JSON without a quote', heredoc('"tagPatternList": [$0]'), heredoc('"tagPatternList": ["v*"]')],
    ['in quoted JSON', quoted('\\"tagPatternList\\": [\\"$0\\"]'), quoted('\\"tagPatternList\\": [\\"v*\\"]')],
    [
      'in quoted JSON without a quote',
      quoted('\\"tagPatternList\\": [$0]'),
      quoted('\\"tagPatternList\\": [\\"v*\\"]'),
    ],
  ])('writes an entry %s', (_, typed, accepted) => {
    expect(accept(typed, 'v*', USED)).toBe(accepted);
  });

  it('is completed in a local and in a document too, beside a companion as well', () => {
    expect(labelsAt('locals {\n  s = { tagPatternList = ["$0"] }\n}\n', false, USED)).toContain('v*');
    const document =
      'data "aws_ecr_lifecycle_policy_document" "d" {\n  rule {\n    selection {\n      tag_pattern_list = ["$0"]\n    }\n  }\n}\n';
    expect(labelsAt(document, false, USED)).toContain('v*');
  });

  it('is not completed behind an entry, behind the list, in a comment, or where nothing is used', () => {
    expect(labelsAt(policy('tagPatternList = ["v*"$0]'), true, USED)).toEqual([]);
    expect(labelsAt(policy('tagPatternList = ["v*"], x = ["$0"]'), true, USED)).toEqual([]);
    expect(labelsAt('# tagPatternList = ["$0"]\n', true, USED)).toEqual([]);
    expect(labelsAt(policy('tagPatternList = ["$0"]'))).toEqual([]);
  });
});
