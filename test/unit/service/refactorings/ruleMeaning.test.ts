import { describe, expect, it } from 'vitest';
import { expectLayoutOfAll, offersAt, refactor, refactorModule, refusalAt } from './support.ts';

const POLICY = (rules: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy = jsonencode({
    rules = [
${rules}
    ]
  })
}
`;

const SPLIT = (key: string) =>
  `Split into one rule for each entry of ${key}: an image then needs one of them instead of all`;

const RULE = (priority: string, selection: string, rest = '') =>
  `{ rulePriority = ${priority}, selection = { ${selection}, countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" }${rest} }`;

describe('splitting a list of tags', () => {
  it('writes a rule for each entry as the rule is written, and moves later rules up', () => {
    const rule = (priority: string, entry: string) => `      {
        # keeps ${'${x}'}
        rulePriority = ${priority}
        description  = "d"
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = ${entry}
          countType     = "imageCountMoreThan"
          countNumber   = var.keep # as asked
        }
        action = { type = "expire" }
      }`;
    const variable = 'variable "keep" {\n  type = number\n}\n\n';
    const any = (priority: string) => `      ${RULE(priority, 'tagStatus = "any"')}, # last`;
    const before = `${variable}${POLICY(`${rule('2', '["dev", "${var.keep}-x", "te$0st"]')},\n${any('3')}`)}`;
    expect(refactor(before, SPLIT('tagPrefixList'), 'nothing')).toBe(
      `${variable}${POLICY(
        `${rule('2', '["dev"]')},\n${rule('3', '["${var.keep}-x"]')},\n${rule('4', '["test"]')},\n${any('5')}`,
      )}`,
    );
  });

  it('splits rules of one line, of JSON text and of blocks', () => {
    const list = (entry: string) => `tagStatus = "tagged", tagPatternList = ${entry}`;
    const inline = (rules: string) => POLICY('').replace(/\[[^\]]*\]/, `[${rules}]`);
    expect(refactor(inline(RULE('1', list('["a*", $0"b*"]'))), SPLIT('tagPatternList'), 'nothing')).toBe(
      inline(`${RULE('1', list('["a*"]'))}, ${RULE('2', list('["b*"]'))}`),
    );
    const json = (priority: number, entry: string) =>
      `{"rulePriority": ${priority}, "selection": {"tagStatus": "tagged", "tagPatternList": ${entry}, "countType": "imageCountMoreThan", "countNumber": 5}, "action": {"type": "expire"}}`;
    const heredoc = (rules: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = <<-EOF\n    {"rules": [\n      ${rules}\n    ]}\n  EOF\n}\n`;
    expect(refactor(heredoc(json(1, '[$0"a*", "b*"]')), SPLIT('tagPatternList'), 'nothing')).toBe(
      heredoc(`${json(1, '["a*"]')},\n      ${json(2, '["b*"]')}`),
    );
    const block = (priority: number, entry: string) =>
      `  rule {\n    priority = ${priority}\n\n    selection {\n      tag_status       = "tagged"\n      tag_pattern_list = ${entry}\n      count_type       = "imageCountMoreThan"\n      count_number     = 5\n    }\n  }\n`;
    const document = (rules: string) =>
      `data "aws_ecr_lifecycle_policy_document" "d" {\n${rules}}\n\nresource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = data.aws_ecr_lifecycle_policy_document.d.json\n}\n`;
    expect(refactor(document(block(1, '[$0"a*", "b*"]')), SPLIT('tag_pattern_list'), 'nothing')).toBe(
      document(`${block(1, '["a*"]')}\n${block(2, '["b*"]')}`),
    );
  });

  it('is refused where a rule could not stand beside the others or something would be lost', () => {
    const title = SPLIT('tagPrefixList');
    const list = (entries: string) => `tagStatus = "tagged", tagPrefixList = [${entries}]`;
    const refusal = (rules: string) => refusalAt(POLICY(rules), title);
    expect(refusal(`${RULE('1', list('$0"a", "b"'))}, ${RULE('2', list('"b"'))}`)).toBe(
      'Another rule already has the list ["b"]; AWS accepts each list only once.',
    );
    expect(refusal(RULE('1', list('$0"a", "a"')))).toBe('The list has the same entry twice.');
    expect(refusal(RULE('var.p', list('$0"a", "b"')))).toBe('The priority of a rule is not known.');
    expect(refusal(RULE('1', list('$0"a", /* why */ "b"')))).toBe(
      'There are comments in the list, which would be lost.',
    );
    const local = `locals {\n  tags = ["a", "b"]\n}\n`;
    expect(refusalAt(`${local}${POLICY(RULE('1', 'tagStatus = "tagged", tagPrefixList = local.tags$0'))}`, title)).toBe(
      'The list or the priority is not written in the rule.',
    );
    const later = `locals {\n  later = 2\n}\n`;
    const rules = `${RULE('1', list('$0"a", "b"'))}, ${RULE('local.later', 'tagStatus = "any"')}`;
    expect(refusalAt(`${later}${POLICY(rules)}`, title)).toMatch(/^A priority is not written in the list/);
    const many = Array.from({ length: 49 }, (_, index) => RULE(String(index + 2), list(`"x${index}"`))).join(',\n');
    expect(refusal(`${RULE('1', list('$0"a", "b", "c"'))},\n${many}`)).toBe(
      'There would be 52 rules; AWS accepts at most 50.',
    );
    expect(offersAt(POLICY(RULE('1', list('$0"a"'))))).not.toContain(title);
  });
});

describe('merging two rules for untagged images', () => {
  const TITLE = 'Merge the two rules for untagged images';
  const untagged = (priority: string, days: string, rest = '') =>
    `      { rulePriority = ${priority}, ${rest}selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = ${days} }, action = { type = "expire" } }`;

  it('leaves the rule that acts on the images of both', () => {
    const description = 'description = "by age", ';
    expect(refactor(POLICY(`${untagged('1', '$07')},\n${untagged('2', '14', description)}`), TITLE, 'nothing')).toBe(
      POLICY(untagged('1', '7', description)),
    );
    expect(refactor(POLICY(`${untagged('2', '14$0')},\n${untagged('1', '7')}`), TITLE, 'nothing')).toBe(
      POLICY(untagged('1', '7')),
    );
  });

  it('is not offered where the two have more than one reading', () => {
    for (const [first, second] of [
      [untagged('1', '14'), untagged('2', '7')],
      [untagged('1', '7'), untagged('2', 'var.days')],
      [untagged('1', '7'), untagged('2', '14').replace('sinceImagePushed', 'imageCountMoreThan')],
      [untagged('1', '7'), untagged('2', '100').replace('"untagged"', '"untagged", storageClass = "archive"')],
      [untagged('1', '7'), untagged('1', '14')],
    ]) {
      expect(offersAt(POLICY(`${first},\n${second}`.replace('selection', '$0selection')))).not.toContain(TITLE);
    }
  });

  it('is refused where a comment would be lost or others may use a rule', () => {
    const rules = `${untagged('1', '$07')},\n      # for later\n${untagged('2', '14')}`;
    expect(refusalAt(POLICY(rules), TITLE)).toBe('The second rule has comments, which would be lost.');
    const local = `locals {\n  first = ${untagged('1', '7').trim()}\n}\n`;
    expect(refusalAt(`${local}${POLICY(`      local.first,\n${untagged('2', '$014')}`)}`, TITLE)).toMatch(
      /^The first rule is not written in the list/,
    );
  });
});

describe('making tags immutable but for latest', () => {
  const TITLE = 'Make tags immutable except latest* (IMMUTABLE_WITH_EXCLUSION)';
  const FILTER =
    '  image_tag_mutability_exclusion_filter {\n    filter      = "latest*"\n    filter_type = "WILDCARD"\n  }\n';
  const repository = (content: string) => `resource "aws_ecr_repository" "r" {\n${content}}\n`;

  it('replaces MUTABLE and adds the filter, aligned as before', () => {
    const before = repository('  name                 = "r"\n  image_tag_mutability = "MUTA$0BLE" # for now\n');
    expect(refactor(before, TITLE)).toBe(
      repository(
        `  name                 = "r"\n  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION" # for now\n\n${FILTER}`,
      ),
    );
    expect(refactor(repository('  name = "r" # its name\n').replace('resource', 'reso$0urce'), TITLE)).toBe(
      repository(
        `  name                 = "r" # its name\n  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n\n${FILTER}`,
      ),
    );
  });

  it('is offered only where tags are mutable, and refused where something stands in its way', () => {
    const immutable = repository('  image_tag_mutability = "IMMU$0TABLE"\n');
    expect(offersAt(immutable)).toEqual([]);
    expect(offersAt(repository('  name = "r$0"\n'))).toEqual([]);
    const local = repository('  image_tag_mutability = local.m$0\n');
    expect(refusalAt(`locals {\n  m = "MUTABLE"\n}\n${local}`, TITLE)).toMatch(/^image_tag_mutability is given by a/);
    const old =
      'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "~> 5.0" }\n  }\n}\n';
    expect(refusalAt(`${old}${repository('  image_tag_mutability = "MUTABLE$0"\n')}`, TITLE)).toBe(
      'It needs AWS provider 6.8.0, which the module does not admit.',
    );
    expect(
      refactorModule({ 'main.tf': repository('  image_tag_mutability = "MUTABLE$0"\n') }, TITLE)['main.tf'],
    ).toContain('latest*');
  });
});

expectLayoutOfAll();
