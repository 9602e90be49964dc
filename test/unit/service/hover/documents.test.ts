import { describe, expect, it } from 'vitest';
import { hoverAt } from './hoverAt.ts';

const document = (rules: string, label = 'd') => `data "aws_ecr_lifecycle_policy_document" "${label}" {\n${rules}}\n`;
const KEEP = `  rule {
    priority    = 1
    description = "x"
    selection {
      tag_status       = "tagged"
      tag_pattern_list = ["v*"]
      count_type       = "imageCountMoreThan"
      count_number     = 5
    }
  }
`;
const REST = `  rule {
    priority = 2
    selection {
      tag_status   = "any"
      count_type   = "sinceImagePushed"
      count_unit   = "days"
      count_number = var.days
    }
    action {
      type = "expire"
    }
  }
`;
const DAYS = 'variable "days" {\n  default = 90\n}\n';
const SENTENCE = 'Keeps the newest 5 of the images with a tag `v*` and deletes the rest of those.';

/** The rules with the cursor in the middle of a word. */
const at = (word: string) => document(KEEP.replace(word, `${word.slice(0, 2)}$0${word.slice(2)}`) + REST);

describe('the rules of a policy document', () => {
  it.each([
    ['its header', 'rule', 'rule', 'block'],
    ['its priority', 'priority', 'priority', 'smallest number'],
    ['its selection', 'selection', 'selection', 'Which images'],
    ['a value', 'imageCountMoreThan', 'imageCountMoreThan', '`count_unit` must be absent'],
  ])('are said in words at %s', (_, word, underlined, part) => {
    const found = hoverAt(at(word));
    expect(found?.word).toBe(underlined);
    expect(found?.markdown).toContain(part);
    expect(found?.markdown).toContain(SENTENCE);
  });

  it('are said in words at a number', () => {
    const found = hoverAt(document(KEEP.replace('= 5', '= $05') + REST));
    expect(found).toMatchObject({ word: '5' });
    expect(found?.markdown).toContain(SENTENCE);
  });

  it('say from which rules they shield images', () => {
    expect(hoverAt(at('priority'))?.markdown).toContain('those that it keeps too: rule 2 never touches them');
  });

  it('are not said at their description, or where they are not known', () => {
    expect(hoverAt(at('description'))?.markdown).not.toContain('Keeps');
    const text =
      'data "aws_ecr_lifecycle_policy_document" "d" {\n  dynamic "rule" {\n    for_each = var.x\n    content {\n      prio$0rity = 1\n    }\n  }\n}\n';
    expect(hoverAt(text)?.markdown).toContain('smallest number');
    expect(hoverAt(text)?.markdown).not.toContain('null');
  });

  it('are all told at the name of the document, with the defaults that were taken', () => {
    const markdown = hoverAt(document(KEEP + REST, 'ke$0ep') + DAYS)?.markdown;
    expect(markdown).toMatch(/^\*\*data\.aws_ecr_lifecycle_policy_document\.keep\*\*\n\n2 rules, \d+ of at most/);
    expect(markdown).toContain(`- Priority 1: ${SENTENCE}`);
    expect(markdown).toContain('- Priority 2: Deletes all other images pushed more than 90 days ago.');
    expect(markdown).toContain('With the default of var.days.');
  });

  it('are told where the document is named', () => {
    const policy = 'output "o" {\n  value = data.aws_ecr_lifecycle_policy_document.ke$0ep.json\n}\n';
    expect(hoverAt(policy + document(KEEP, 'keep'))?.markdown).toContain(SENTENCE);
  });

  it('name what a dynamic block makes', () => {
    const text = 'data "aws_ecr_lifecycle_policy_document" "d" {\n  dynamic "ru$0le" {\n  }\n}\n';
    expect(hoverAt(text)).toMatchObject({ word: 'rule' });
  });
});

describe('an entry of a list of tags', () => {
  const policy = (list: string) =>
    `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({ rules = [{ selection = { ${list} } }] })\n}\n`;

  it.each([
    ['a pattern', 'tagPatternList = ["v$0*"]', 'v*', 'Tags that match `v*` as a whole'],
    ['a pattern without a star', 'tagPatternList = ["lat$0est"]', 'latest', 'The tag `latest` and no other.'],
    ['a prefix', 'tagPrefixList = ["pr$0od"]', 'prod', 'Tags that begin with `prod`.'],
    ['one of several', 'tagPrefixList = ["a", "b$0c"]', 'bc', 'for **every** entry'],
  ])('says what it selects: %s', (_, list, word, part) => {
    const found = hoverAt(policy(list));
    expect(found?.word).toBe(word);
    expect(found?.markdown).toContain(part);
  });
});

describe('links', () => {
  it.each([
    ['a type', 'resource "aws_ecr_rep$0ository" "r" {\n}\n', 'docs/resources/ecr_repository'],
    ['a data source', 'data "aws_ecr_im$0age" "i" {\n}\n', 'docs/data-sources/ecr_image'],
    [
      'an argument',
      'resource "aws_ecr_repository" "r" {\n  force_$0delete = true\n}\n',
      'docs/resources/ecr_repository',
    ],
    [
      'a key of a policy',
      'resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({ rules = [{ rule$0Priority = 1 }] })\n}\n',
      'userguide/lifecycle_policy_parameters.html',
    ],
  ])('lead from %s to its page', (_, text, page) => {
    expect(hoverAt(text)?.markdown).toContain(page);
  });

  it('lead nowhere from what every resource has', () => {
    expect(hoverAt('resource "aws_ecr_repository" "r" {\n  cou$0nt = 1\n}\n')?.markdown).not.toContain('](');
  });
});
