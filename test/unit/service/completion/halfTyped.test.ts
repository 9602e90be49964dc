import { describe, expect, it } from 'vitest';
import { accept, labelsAt } from './cursor.ts';

const COUNT_TYPES = ['imageCountMoreThan', 'sinceImagePulled', 'sinceImagePushed', 'sinceImageTransitioned'];
const NEXT = `
resource "aws_ecr_repository" "next" {
  name = "next"
}
`;
const HEAD = 'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n';

describe('brackets and quotes that are still open', () => {
  it.each([
    ['jsonencode on one line', `${HEAD}  policy = jsonencode({ rules = [{ selection = { countType = $0\n}\n${NEXT}`],
    [
      'jsonencode on one line, in a quote',
      `${HEAD}  policy = jsonencode({ rules = [{ selection = { countType = "$0\n}\n${NEXT}`,
    ],
    [
      'jsonencode over lines',
      `${HEAD}  policy = jsonencode({\n    rules = [\n      {\n        selection = {\n          countType = "$0\n}\n${NEXT}`,
    ],
    [
      'nothing closed at all',
      `${HEAD}  policy = jsonencode({\n    rules = [\n      {\n        selection = {\n          countType = $0\n${NEXT}`,
    ],
    [
      'nothing closed to the end of the file',
      `${HEAD}  policy = jsonencode({\n    rules = [\n      {\n        selection = {\n          countType = "$0`,
    ],
    [
      'keys after it',
      `${HEAD}  policy = jsonencode({ rules = [{ selection = {\n    countType = "$0\n    countNumber = 5\n  } }] })\n}\n${NEXT}`,
    ],
    [
      'keys before and after it',
      `${HEAD}  policy = jsonencode({ rules = [{ selection = {\n    tagStatus = "any"\n    countType = $0\n    countNumber = 5\n  } }] })\n}\n${NEXT}`,
    ],
    [
      'a rule before it',
      `${HEAD}  policy = jsonencode({ rules = [\n    { rulePriority = 1 },\n    { selection = { countType = "$0 }\n  ] })\n}\n${NEXT}`,
    ],
    ['a heredoc', `${HEAD}  policy = <<EOF\n{ "rules": [ { "selection": { "countType": $0\nEOF\n}\n${NEXT}`],
    [
      'a heredoc, in a quote',
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "selection": { "countType": "$0\nEOF\n}\n${NEXT}`,
    ],
    [
      'a heredoc with keys after it',
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "selection": {\n  "countType": "$0\n  "countNumber": 5\n} } ] }\nEOF\n}\n${NEXT}`,
    ],
    [
      'a heredoc with a comma missing before',
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "selection": {\n  "countNumber": 5\n  "countType": "$0"\n} } ] }\nEOF\n}\n${NEXT}`,
    ],
    [
      'a heredoc with interpolations',
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "rulePriority": \${var.n}, "selection": {\n  "countNumber": \${var.days},\n  "countType": "$0"\n} } ] }\nEOF\n}\n${NEXT}`,
    ],
    [
      'an indented heredoc',
      `${HEAD}  policy = <<-EOF\n    { "rules": [ { "selection": {\n      "countType": "$0"\n    } } ] }\n  EOF\n}\n${NEXT}`,
    ],
    ['a quoted string', `${HEAD}  policy = "{\\"rules\\": [{\\"selection\\": {\\"countType\\": \\"$0"\n}\n${NEXT}`],
    [
      'a quoted string that is open',
      `${HEAD}  policy = "{\\"rules\\": [{\\"selection\\": {\\"countType\\": \\"$0\n}\n${NEXT}`,
    ],
  ])('%s', (_, text) => {
    expect([...labelsAt(text)].sort()).toEqual(COUNT_TYPES);
  });

  it('closes a quote before what follows on its line', () => {
    const write = (value: string) =>
      `${HEAD}  policy = jsonencode({ rules = [{ selection = { countType = ${value} } }] })\n}\n${NEXT}`;
    expect(accept(write('"since$0'), 'sinceImagePushed')).toBe(write('"sinceImagePushed"'));
  });

  it('keeps the next key when its quote was never closed', () => {
    const write = (value: string) =>
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "selection": { "countType": ${value}, "countNumber": 5 } } ] }\nEOF\n}\n`;
    expect(accept(write('"$0'), 'sinceImagePushed')).toBe(write('"sinceImagePushed"'));
  });

  it('adds the comma that JSON needs before the next key', () => {
    const write = (value: string) =>
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "selection": {\n  "countType": ${value}\n  "countNumber": 5\n} } ] }\nEOF\n}\n`;
    expect(accept(write('$0'), 'sinceImagePushed')).toBe(write('"sinceImagePushed",'));
  });

  it.each([
    ['a new line in an open block', `resource "aws_ecr_repository" "r" {\n  $0\n${NEXT}`],
    ['a word in an open block', `resource "aws_ecr_repository" "r" {\n  na$0\n${NEXT}`],
    ['an open block at the end of the file', 'resource "aws_ecr_repository" "r" {\n  $0'],
  ])('knows the block: %s', (_, text) => {
    expect(labelsAt(text)).toContain('name');
  });

  it.each([
    [
      'an argument above another',
      `resource "aws_ecr_repository" "r" {\n  image_tag_mutability = $0\n  force_delete = true\n}\n${NEXT}`,
    ],
    [
      'a quote above another',
      `resource "aws_ecr_repository" "r" {\n  image_tag_mutability = "$0\n  force_delete = true\n}\n${NEXT}`,
    ],
    ['a quote in an open block', `resource "aws_ecr_repository" "r" {\n  image_tag_mutability = "$0\n${NEXT}`],
    [
      'Windows line ends',
      'resource "aws_ecr_repository" "r" {\r\n  image_tag_mutability = "$0\r\n  force_delete = true\r\n}\r\n',
    ],
  ])('offers mutabilities: %s', (_, text) => {
    expect(labelsAt(text)).toHaveLength(4);
  });
});

describe('where nothing can stand', () => {
  it.each([
    ['a comment', `${HEAD}  # countType = "$0"\n}\n`],
    ['a comment after a value', `${HEAD}  policy = jsonencode({ rules = [] }) # $0\n}\n`],
    ['a block comment', `${HEAD}  /* $0 */\n}\n`],
    ['a comment in a rule', `${HEAD}  policy = jsonencode({ rules = [{\n    // $0\n  }] })\n}\n`],
    ['a foreign resource', 'resource "aws_s3_bucket" "b" {\n  $0\n}\n'],
    ["a foreign resource's argument", 'resource "aws_s3_bucket" "b" {\n  image_tag_mutability = "$0"\n}\n'],
    ['a foreign policy', 'resource "aws_iam_policy" "p" {\n  policy = jsonencode({ $0 })\n}\n'],
    ['the name of a repository', 'resource "aws_ecr_repository" "r" {\n  name = "$0"\n}\n'],
    ['a description', `${HEAD}  policy = jsonencode({ rules = [{ description = "$0" }] })\n}\n`],
    ['a tag pattern', `${HEAD}  policy = jsonencode({ rules = [{ selection = { tagPatternList = ["$0"] } }] })\n}\n`],
    ['a number', `${HEAD}  policy = jsonencode({ rules = [{ selection = { countNumber = $0 } }] })\n}\n`],
    ['an interpolation', `${HEAD}  policy = jsonencode({ rules = [{ selection = { countType = "\${$0}" } }] })\n}\n`],
    [
      'after a value',
      `${HEAD}  policy = jsonencode({ rules = [{ selection = { countType = "sinceImagePushed" $0 } }] })\n}\n`,
    ],
    ['between a key and its operator', `${HEAD}  policy = jsonencode({ rules = [{ selection $0 = {} }] })\n}\n`],
    ['an unknown key', `${HEAD}  policy = jsonencode({ rules = [{ other = "$0" }] })\n}\n`],
    ['a reference', `${HEAD}  policy = jsonencode({ rules = [{ selection = { countType = var.$0 } }] })\n}\n`],
    ['the top level, in a word that begins nothing', `xy$0\n${NEXT}`],
    ['a block of no type that there is', 'setting "x" {\n  $0\n}\n'],
    ['a plain local', 'locals {\n  name = "$0"\n}\n'],
    ["a local's other object", 'locals {\n  settings = { $0 }\n}\n'],
    ['the tags of a repository', 'resource "aws_ecr_repository" "r" {\n  tags = {\n    $0\n  }\n}\n'],
    ['after a closed block', 'resource "aws_ecr_repository" "r" {\n  name = "r"\n} $0\n'],
    [
      'after the value of a heredoc',
      `${HEAD}  policy = <<EOF\n{ "rules": [ { "rulePriority": 1 $0, "action": {} } ] }\nEOF\n}\n`,
    ],
    [
      'text that looks like a policy in a foreign heredoc',
      'resource "x" "y" {\n  text = <<EOF\n{ "rules": [ { $0 } ] }\nEOF\n}\n',
    ],
  ])('%s', (_, text) => {
    expect(labelsAt(text, false)).toEqual([]);
  });
});
