import { parse } from '@cdktn/hcl2json';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../../server/src/checks/registry.ts';
import { typesOfBlock } from '../../../../server/src/facts/provider/resources.ts';
import { ruleIds as told } from '../../support/checkProblems.ts';
import { accept, itemsAt, labelsAt } from './cursor.ts';

const repository = (name: string, more = '') =>
  `resource "aws_ecr_repository" "${name}" {\n${more}  name = "${name}"\n}\n\n`;
/** What is more than a hint. */
const ruleIds = (text: string) => told(text).filter((id) => !id.startsWith('hint '));
const policy = (body: string, name = 'p') => `resource "aws_ecr_lifecycle_policy" "${name}" {\n  ${body}\n}\n`;
const insertOf = (text: string, label: string) => itemsAt(text).find((item) => item.label === label)?.insert;

describe('the repository of a policy', () => {
  it.each([
    ['the only one', repository('orders')],
    ['the one of the same name', repository('p').replace('"p"\n', '"x"\n') + repository('users')],
    [
      'the only one without a policy',
      `${repository('orders')}${repository('users')}${policy('repository = aws_ecr_repository.users.name', 'users')}`,
    ],
  ])('is final text: %s', (_, module) => {
    const insert = insertOf(module + policy('$0'), 'repository');
    expect(insert).toMatchObject({ isSnippet: false });
    expect(insert?.text).toMatch(/^repository = aws_ecr_repository\.(orders|p)\.name$/);
  });

  it('is a choice among several', () => {
    const insert = insertOf(repository('orders') + repository('users') + policy('$0'), 'repository');
    expect(insert?.text).toBe('repository = ${1|aws_ecr_repository.orders.name,aws_ecr_repository.users.name|}');
  });

  it('is an empty name where there is none', async () => {
    const text = accept(policy('$0'), 'repository');
    expect(text).toContain('repository = "‸"');
    await parse('main.tf', text);
  });
});

describe('an accepted policy', () => {
  it('is whole, and what our checks accept, whatever is chosen', async () => {
    const text = accept(repository('orders') + policy('repository = aws_ecr_repository.orders.name\n  $0'), 'policy');
    for (const status of ['untagged', 'any']) {
      const chosen = text.replace('"untagged"', `"${status}"`);
      await parse('main.tf', chosen);
      expect(ruleIds(chosen)).toEqual([]);
    }
    const insert = insertOf(policy('$0'), 'policy');
    expect(insert?.text).toContain('tagStatus   = "${2|untagged,any|}"');
  });

  it.each(['rule', 'rule: keep the newest images', 'rule: expire untagged images'])('has no problem: %s', (label) => {
    const text =
      repository('orders') +
      policy(
        'repository = aws_ecr_repository.orders.name\n  policy = jsonencode({\n    rules = [\n      $0\n    ]\n  })',
      );
    expect(ruleIds(accept(text, label))).toEqual([]);
  });
});

describe('a type', () => {
  const TYPES = ['resource', 'data', 'ephemeral'].flatMap((block) =>
    typesOfBlock(block).map(({ type }) => [block, type] as const),
  );

  it.each(TYPES)('%s "%s" writes a block that Terraform reads', async (block, type) => {
    const written = accept(`${block} "$0"\n`, type).replaceAll(/^ *‸$/gm, '').replaceAll('‸', 'x');
    const found = await parse('main.tf', written);
    expect(Object.keys(found)).toEqual([block]);
    expect(ruleIds(written)).not.toContain('error syntax');
    expect(ruleIds(written)).not.toContain('error argument-missing');
  });

  it('is for the repository that has no policy yet', () => {
    const text = accept(`${repository('orders')}resource "$0"\n`, 'aws_ecr_lifecycle_policy');
    expect(text).toContain(
      'resource "aws_ecr_lifecycle_policy" "orders" {\n  repository = aws_ecr_repository.orders.name\n  policy     = jsonencode({\n',
    );
    expect(ruleIds(text)).toEqual([]);
  });

  it('takes a free name', () => {
    expect(accept(`${repository('main')}resource "aws_ecr_$0"\n`, 'aws_ecr_repository')).toContain(
      '"aws_ecr_repository" "main_2" {',
    );
  });

  it.each(['resource "$0" "x" {\n}\n', 'resource "aws_$0" {\n}\n', 'resource "$0" # comment\n'])(
    'alone is written where more follows: %s',
    (text) => {
      expect(accept(text, 'aws_ecr_repository')).toBe(text.replace(/aws_\$0|\$0/, 'aws_ecr_repository'));
    },
  );
});

describe('values that are advised come first', () => {
  it.each([
    ['aws_ecr_repository', 'image_tag_mutability = "$0"', 'IMMUTABLE'],
    ['aws_ecr_repository', 'force_delete = $0', 'false'],
    ['aws_ecr_repository', 'image_scanning_configuration {\n scan_on_push = $0\n}', 'true'],
    ['aws_ecr_repository_creation_template', 'image_tag_mutability = "$0"', 'IMMUTABLE'],
  ])('%s: %s', (type, line, value) => {
    expect(labelsAt(`resource "${type}" "r" {\n  ${line}\n}\n`)[0]).toBe(value);
  });
});

describe('every argument and block', () => {
  const TYPES = ['resource', 'data'].flatMap((block) => typesOfBlock(block).map(({ type }) => [block, type] as const));

  it.each(TYPES)('of %s "%s" leaves what Terraform reads', async (block, type) => {
    const marked = `${block} "${type}" "x" {\n  $0\n}\n`;
    for (const label of labelsAt(marked)) {
      const text = accept(marked, label);
      expect(text).not.toMatch(/= ‸/);
      await parse('main.tf', text.replaceAll(/^ *‸$/gm, '').replaceAll('‸', 'x'));
    }
  });
});

describe('references that fit an argument, in every editor', () => {
  const MODULE = `resource "aws_kms_key" "images" {
}
resource "aws_kms_key" "many" {
  for_each = toset(["a"])
}
data "aws_kms_alias" "shared" {
  name = "alias/x"
}
resource "aws_secretsmanager_secret" "hub" {
}
resource "aws_iam_role" "ci" {
}
data "aws_caller_identity" "here" {}
`;
  it.each([
    [
      'encryption_configuration {\n    kms_key = $0\n  }',
      ['aws_kms_key.images.arn', 'aws_kms_key.many[…].arn', 'data.aws_kms_alias.shared.target_key_arn'],
      'aws_ecr_repository',
    ],
    ['credential_arn = $0', ['aws_secretsmanager_secret.hub.arn'], 'aws_ecr_pull_through_cache_rule'],
    ['credential_arn = "$0"', ['aws_secretsmanager_secret.hub.arn'], 'aws_ecr_pull_through_cache_rule'],
    ['credential_arn = aws_sec$0', ['aws_secretsmanager_secret.hub.arn'], 'aws_ecr_pull_through_cache_rule'],
    ['custom_role_arn = $0', ['aws_iam_role.ci.arn'], 'aws_ecr_pull_through_cache_rule'],
    ['custom_role_arn = $0', ['aws_iam_role.ci.arn'], 'aws_ecr_repository_creation_template'],
  ])('%s', async (line, labels, type) => {
    const text = `${MODULE}resource "${type}" "r" {\n  ${line}\n}\n`;
    for (const isAlone of [true, false]) expect(labelsAt(text, isAlone)).toEqual(labels);
    for (const label of labels) await parse('main.tf', accept(text, label));
    expect(accept(text, labels[0] ?? '')).toContain(`= ${labels[0]}\n`);
  });

  it('say nothing in a module without any', () => {
    expect(labelsAt('resource "aws_ecr_pull_through_cache_rule" "r" {\n  credential_arn = "$0"\n}\n')).toEqual([]);
  });
});

describe('the ids of rules in a comment that silences', () => {
  const IDS = CHECKS.map(({ id }) => id);

  it.each([
    '# terraform-ecr-ignore: $0\n',
    '# terraform-ecr-ignore:$0\n',
    '// terraform-ecr-ignore: $0\n',
    '/* terraform-ecr-ignore: $0 */\n',
    `# terraform-ecr-ignore: rule-$0\n${repository('a')}`,
    `resource "aws_ecr_repository" "r" { # terraform-ecr-ignore: $0\n  name = "r"\n}\n`,
  ])('are all there are at %j', (text) => {
    for (const isAlone of [true, false]) expect(labelsAt(text, isAlone).sort()).toEqual([...IDS].sort());
  });

  it('are each written once, and replace what is typed', () => {
    const text = '# terraform-ecr-ignore: rule-tag-list-and, rule-cou$0 because\n';
    expect(labelsAt(text)).not.toContain('rule-tag-list-and');
    expect(accept(text, 'rule-count-unit-missing')).toBe(
      '# terraform-ecr-ignore: rule-tag-list-and, rule-count-unit-missing because\n',
    );
  });

  it.each([
    '# terraform-ecr-ignore: rule-tag-list-and $0',
    '# other: $0',
    '# terraform-ecr-ign$0',
    '# terraform-ecr-ignore: a because b$0',
  ])('are not offered at %j', (text) => {
    expect(labelsAt(text)).toEqual([]);
  });
});
