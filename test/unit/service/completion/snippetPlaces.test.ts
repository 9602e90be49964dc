import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { snippetsFor } from '../../../../server/src/service/completion/snippets/catalogue.ts';
import { readAllSnippets } from '../../snippets/expandSnippets.ts';
import { ruleIds } from '../../support/checkProblems.ts';
import { accept, labelsAt } from './cursor.ts';

const ours = (labels: readonly string[]) => labels.filter((label) => label.startsWith('ecr-'));
const prefixesOf = (place: 'top-level' | 'rules' | 'repository') => snippetsFor(place).map(({ prefix }) => prefix);

const BLOCK = 'resource "aws_iam_role" "r" {\n  name = "r"\n}\n';
const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';

/** Places where a block can begin, with the text typed there. */
const TOP_LEVEL: readonly (readonly [place: string, around: (typed: string) => string])[] = [
  ['an empty file', (typed) => typed],
  ['a file of blank lines', (typed) => `\n\n${typed}\n\n`],
  ['before a block', (typed) => `${typed}\n\n${BLOCK}`],
  ['right before a block', (typed) => `${typed}\n${BLOCK}`],
  ['after a block', (typed) => `${BLOCK}\n${typed}`],
  ['between blocks', (typed) => `${BLOCK}\n${typed}\n\n${REPOSITORY}`],
  ['indented', (typed) => `${BLOCK}\n  ${typed}\n`],
  ['after a comment', (typed) => `# Repositories\n${typed}\n`],
  ['after a heredoc', (typed) => `locals {\n  a = <<EOF\n}\nEOF\n}\n\n${typed}\n`],
  ['after Windows line ends', (typed) => `${BLOCK.replaceAll('\n', '\r\n')}\r\n${typed}\r\n`],
];

/** Places where no ECR block is allowed. */
const FOREIGN: readonly (readonly [place: string, around: (typed: string) => string])[] = [
  ['another resource', (typed) => `resource "aws_iam_role" "r" {\n  ${typed}\n}\n`],
  ['another nested block', (typed) => `resource "aws_s3_bucket" "b" {\n  logging {\n    ${typed}\n  }\n}\n`],
  ['a value', (typed) => `resource "aws_iam_role" "r" {\n  name = ${typed}\n}\n`],
  ['a value of ECR', (typed) => `resource "aws_ecr_repository" "r" {\n  name = ${typed}\n}\n`],
  ['a switch of ECR', (typed) => REPOSITORY.replace('name = "app"', `force_delete = ${typed}`)],
  ['a string', (typed) => `resource "aws_iam_role" "r" {\n  name = "${typed}"\n}\n`],
  ['a heredoc', (typed) => `locals {\n  a = <<EOF\n${typed}\nEOF\n}\n`],
  ['a local', (typed) => `locals {\n  a = ${typed}\n}\n`],
  ['an object', (typed) => `locals {\n  a = {\n    ${typed}\n  }\n}\n`],
  ['a call', (typed) => `locals {\n  a = max(${typed})\n}\n`],
  ['a variable', (typed) => `variable "v" {\n  ${typed}\n}\n`],
  ['a comment', (typed) => `# ${typed}\n`],
  ['a label', (typed) => `resource "${typed}" "r" {\n}\n`],
  ['a line with more on it', (typed) => `${typed} "aws_iam_role" "r" {\n}\n`],
  ['after the brace that closes a block', (typed) => `${BLOCK.trimEnd()} ${typed}\n`],
  ['a block that lacks its brace', (typed) => `resource "aws_iam_role" "r" {\n  name = "r"\n\n  ${typed}\n`],
  [
    'the selection of a rule',
    (typed) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({\n    rules = [\n      {\n        selection = {\n          ${typed}\n        }\n      },\n    ]\n  })\n}\n`,
  ],
  ['the body of a policy', (typed) => `resource "aws_ecr_lifecycle_policy" "p" {\n  ${typed}\n}\n`],
];

const TYPED = ['path$0', 'for$0', 'policy$0', 'c$0', 'reso$0', 'reg$0', 'each$0', 's$0', 'ecr$0', '$0'];

describe.each([
  ['alone', true],
  ['beside another extension', false],
] as const)('%s', (_, isAlone) => {
  it.each(TOP_LEVEL)('%s has every snippet of a block, as "ecr" is typed and before', (_place, around) => {
    for (const typed of ['$0', 'e$0', 'ecr$0', 'ecr-$0']) {
      expect(ours(labelsAt(around(typed), isAlone))).toEqual(prefixesOf('top-level'));
    }
    expect(ours(labelsAt(around('ecr-policy-t$0'), isAlone))).toEqual(['ecr-policy-tags']);
  });

  it.each(TOP_LEVEL)('%s has none for letters that only lie in one', (_place, around) => {
    expect(ours(labelsAt(around('reso$0'), isAlone))).toEqual([]);
    expect(ours(labelsAt(around('rp$0'), isAlone))).toEqual([]);
    expect(ours(labelsAt(around('repo-ex$0'), isAlone))).toEqual(['ecr-repo-exclusion']);
  });

  it.each(FOREIGN)('%s has none', (_place, around) => {
    for (const typed of TYPED) expect([typed, ours(labelsAt(around(typed), isAlone))]).toEqual([typed, []]);
  });

  it('a list of rules has those of rules, and nothing twice', () => {
    const rules = (typed: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({\n    rules = [\n      ${typed}\n    ]\n  })\n}\n`;
    for (const typed of ['e$0', 'ecr$0', 'ecr-rule$0'])
      expect(ours(labelsAt(rules(typed), isAlone))).toEqual(prefixesOf('rules'));
    expect(ours(labelsAt(rules('$0'), isAlone))).toEqual([]);
    expect(ours(labelsAt(rules('rule$0'), isAlone))).toEqual([]);
  });

  it.each([
    ['no mutability', '', true],
    ['immutable with exclusion', '  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n', true],
    ['mutable with exclusion', '  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"\n', true],
    ['a mutability from elsewhere', '  image_tag_mutability = var.mutability\n', true],
    ['immutable', '  image_tag_mutability = "IMMUTABLE"\n', false],
    ['mutable', '  image_tag_mutability = "MUTABLE"\n', false],
    ['five filters', `${'  image_tag_mutability_exclusion_filter {\n  }\n'.repeat(5)}`, false],
    ['four filters', `${'  image_tag_mutability_exclusion_filter {\n  }\n'.repeat(4)}`, true],
  ] as const)('a repository with %s has the filter or not', (_name, lines, isThere) => {
    const text = `resource "aws_ecr_repository" "r" {\n  name = "r"\n${lines}  ecr$0\n}\n`;
    expect(ours(labelsAt(text, isAlone))).toEqual(isThere ? ['ecr-exclusion-filter'] : []);
  });
});

describe('every snippet', () => {
  it('has one place', () => {
    const placed = (['top-level', 'rules', 'repository'] as const).flatMap(prefixesOf);
    expect(placed.sort()).toEqual(
      readAllSnippets()
        .map(({ prefix }) => prefix)
        .sort(),
    );
  });

  it.each(prefixesOf('top-level'))('%s, accepted, is what Terraform reads', async (prefix) => {
    const text = accept(`${REPOSITORY}\n$0`, prefix).replaceAll('‸', '');
    expect(Object.keys(await parse('main.tf', text)).length).toBeGreaterThan(0);
    expect(ruleIds(text)).not.toContain('error syntax');
  });

  it.each(prefixesOf('rules'))('%s is accepted with the next priority', async (prefix) => {
    const before = '      { rulePriority = 6, selection = {}, action = {} },\n';
    const rules = (typed: string) =>
      `resource "aws_ecr_lifecycle_policy" "p" {\n  policy = jsonencode({\n    rules = [\n${before}      ${typed}\n    ]\n  })\n}\n`;
    const text = accept(rules('ecr$0'), prefix).replaceAll('‸', '');
    expect(text).toContain('rulePriority = 7\n');
    await parse('main.tf', text);
  });

  it('brings the mutability that its filter needs', async () => {
    const text = accept('resource "aws_ecr_repository" "r" {\n  name = "r"\n  ecr$0\n}\n', 'ecr-exclusion-filter');
    expect(text).toContain('  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_');
    await parse('main.tf', text.replaceAll('‸', ''));
  });
});

describe('a snippet takes up the module', () => {
  const repository = (name: string, more = '') =>
    `resource "aws_ecr_repository" "${name}" {\n${more}  name = "${name}"\n}\n`;
  const written = (module: string, prefix: string) => accept(`${module}\n$0`, prefix).slice(module.length + 1);

  it('names the only repository without a policy', () => {
    expect(written(repository('orders'), 'ecr-policy')).toContain(
      'resource "aws_ecr_lifecycle_policy" "orders" {\n  repository = aws_ecr_repository.orders.name\n',
    );
    expect(written(repository('orders'), 'ecr-repo-policy')).toContain(
      'data "aws_iam_policy_document" "orders_pull" {',
    );
  });

  it('lets the user choose among several', () => {
    expect(written(repository('orders') + repository('users'), 'ecr-policy')).toContain(
      '"aws_ecr_lifecycle_policy" "orders"',
    );
  });

  it('leaves out those with a policy, and those of another kind', () => {
    const covered = `${repository('orders')}resource "aws_ecr_lifecycle_policy" "orders" {\n  repository = aws_ecr_repository.orders.name\n}\n`;
    expect(written(covered + repository('users'), 'ecr-policy')).toContain('"aws_ecr_lifecycle_policy" "users"');
    const many = repository('all', '  for_each = toset(["a"])\n');
    expect(written(many + repository('users'), 'ecr-policy')).toContain('"aws_ecr_lifecycle_policy" "users"');
    expect(written(many + repository('users'), 'ecr-policy-for-each')).toContain('for_each = aws_ecr_repository.all\n');
    expect(written(many, 'ecr-import-for-each')).toContain('aws_ecr_repository.all[each.key]');
  });

  it('takes a free name for what it declares', () => {
    expect(written(repository('app'), 'ecr-repo')).toContain('resource "aws_ecr_repository" "app_2"');
    expect(written('module "ecr" {\n  source = "./x"\n}\n', 'ecr-module')).toContain('module "ecr_2"');
    expect(written(repository('app') + repository('app_2'), 'ecr-repo-only')).toContain('"app_3"');
  });
});
