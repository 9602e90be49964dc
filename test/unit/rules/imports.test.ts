import { describe, expect, it } from 'vitest';
import { beginFix, check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const repository = (repetition = '', name = '"app"') => `
resource "aws_ecr_repository" "app" {
  name                 = ${name}
${repetition}  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = "app"
  policy     = var.policy
}
`;

const block = (to: string, id = '"app"', more = '') => `import {\n  to = ${to}\n  id = ${id}\n${more}}\n`;

const COUNT = '  count = 2\n';
const FOR_EACH = '  for_each = var.names\n';

const marked = (text: string, said: string) => `${text}\n       ${'^'.repeat(text.length)} ${said}`;

describe('import-target-undeclared', () => {
  it('stands on the target', () => {
    check(block(marked('aws_ecr_repository.other', 'error import-target-undeclared does not exist')) + repository());
    check(block(marked('aws_ecr_repository.other["a"]', 'error import-target-undeclared')) + repository());
    check({
      'a.tf': block(marked('aws_s3_bucket.app', 'error import-target-undeclared')),
      'b.tf': repository(),
    });
  });

  it.each([
    block('aws_ecr_repository.app'),
    block('module.ecr.aws_ecr_repository.other'),
    block('aws_ecr_repository.other', '"app"', '  provider = aws.eu\n'),
    block('local.target'),
  ])('is silent about %s', (text) => {
    expect(ruleIds({ 'a.tf': text, 'b.tf': repository() })).toEqual([]);
  });

  it('adds a repository with the name', () => {
    const text = block('aws_ecr_repository.other') + repository();
    expect(fixTitles(text)).toEqual(['choice: Add the resource aws_ecr_repository.other']);
    expect(beginFix(text, 'Add the resource aws_ecr_repository.other')).toBe(
      `${block('aws_ecr_repository.other')}\nresource "aws_ecr_repository" "other" {\n  name = "app"\n}\n${repository()}`,
    );
    for (const other of [
      block('aws_ecr_lifecycle_policy.other'),
      block('aws_ecr_repository.other["a"]'),
      block('aws_ecr_repository.other', 'var.id'),
    ]) {
      expect(fixTitles(other)).toEqual([]);
    }
  });
});

describe('import-target-key', () => {
  it('stands on the target', () => {
    check(block(marked('aws_ecr_repository.app', 'error import-target-key using count')) + repository(COUNT));
    check(block(marked('aws_ecr_repository.app', 'error import-target-key using for_each')) + repository(FOR_EACH));
    check(block(marked('aws_ecr_repository.app["a"]', 'error import-target-key neither')) + repository());
  });

  it.each([
    block('aws_ecr_repository.app[0]') + repository(COUNT),
    block('aws_ecr_repository.app["app"]') + repository(FOR_EACH),
    block('aws_ecr_repository.app[each.key]', 'each.key', FOR_EACH) + repository(FOR_EACH),
    block('aws_ecr_repository.app') + repository(),
    block('module.m.aws_ecr_repository.app["a"]') + repository(),
  ])('is silent about %s', (text) => {
    expect(ruleIds(text)).toEqual([]);
  });

  it('adds or removes the key', () => {
    const counted = block('aws_ecr_repository.app') + repository(COUNT);
    expect(fix(counted, 'Change it to aws_ecr_repository.app[0]')).toBe(
      block('aws_ecr_repository.app[0]') + repository(COUNT),
    );
    const each = (to: string) => block(to, 'each.key', FOR_EACH) + repository(FOR_EACH);
    expect(fix(each('aws_ecr_repository.app'), 'Change it to aws_ecr_repository.app[each.key]')).toBe(
      each('aws_ecr_repository.app[each.key]'),
    );
    expect(fix(block('aws_ecr_repository.app[0]') + repository(), 'Change it to aws_ecr_repository.app')).toBe(
      block('aws_ecr_repository.app') + repository(),
    );
    expect(fixTitles(block('aws_ecr_repository.app') + repository(FOR_EACH))).toEqual([]);
  });
});

describe('import-id', () => {
  const target = 'aws_ecr_repository.app';

  it('stands on the header where there is none, else on the value', () => {
    check(`import {\n^^^^^^ error import-id needs \`id\`\n  to = ${target}\n}\n${repository()}`);
    check(block(target, marked('""', 'error import-id empty string')) + repository());
    check(block(target, marked('null', 'error import-id cannot be null')) + repository());
    check(
      block(target, '"app"', '  identity = {\n  ^^^^^^^^ error import-id not both\n    name = "app"\n  }\n') +
        repository(),
    );
  });

  it.each([
    block(target, 'var.id'),
    block(target, '"${var.id}"'),
    `import {\n  to = ${target}\n  identity = {\n    name = "app"\n  }\n}\n`,
  ])('is silent about %s', (text) => {
    expect(ruleIds(text + repository())).toEqual([]);
  });

  it('is silent while the block is being typed', () => {
    expect(ruleIds(`import {\n  to = ${target}\n  id = \n}\n${repository()}`)).toEqual(['error syntax']);
    expect(ruleIds(`import {\n  to = \n}\n${repository()}`)).toEqual(['error syntax']);
  });
});
