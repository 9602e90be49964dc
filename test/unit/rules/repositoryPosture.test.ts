import { describe, expect, it } from 'vitest';
import { check, fix, fixTitles, ruleIds } from '../support/checkProblems.ts';

const POLICY = `
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const repository = (body: string) => `resource "aws_ecr_repository" "app" {\n${body}}\n${POLICY}`;

const IMMUTABLE = '  name                 = "app"\n  image_tag_mutability = "IMMUTABLE"\n';
const scanning = (value: string) => `\n  image_scanning_configuration {\n    scan_on_push = ${value}\n  }\n`;
const SCANNED = scanning('true');
const HEADER = '^'.repeat('resource "aws_ecr_repository" "app"'.length);

const mutability = (value: string) => IMMUTABLE.replace('"IMMUTABLE"', value) + SCANNED;

describe('repository-mutable-tags', () => {
  it('stands on the value, or on the header where there is none', () => {
    check(repository(mutability(`"MUTABLE"\n${' '.repeat(25)}^^^^^^^^^ hint repository-mutable-tags`)));
    check(repository(mutability(`null\n${' '.repeat(25)}^^^^ hint repository-mutable-tags`)));
    check(repository(`${HEADER} hint repository-mutable-tags\n  name = "app"\n${SCANNED}`));
  });

  it.each([
    ['IMMUTABLE', mutability('"IMMUTABLE"')],
    ['a variable', mutability('var.mutability')],
    ['a conditional', mutability('var.move ? "MUTABLE" : "IMMUTABLE"')],
    [
      'exclusions',
      `${mutability('"MUTABLE_WITH_EXCLUSION"')}  image_tag_mutability_exclusion_filter {\n    filter      = "v*"\n    filter_type = "WILDCARD"\n  }\n`,
    ],
  ])('is silent about %s', (_, body) => {
    expect(ruleIds(repository(body))).toEqual([]);
  });

  it('is silent about a creation template, and while the block is being typed', () => {
    expect(
      ruleIds(
        'resource "aws_ecr_repository_creation_template" "t" {\n  prefix      = "p"\n  applied_for = ["REPLICATION"]\n}\n',
      ),
    ).toEqual([]);
    expect(ruleIds(repository(`  name = "app"\n  image_tag_mutability = \n${SCANNED}`))).toEqual(['error syntax']);
  });

  it('makes tags immutable, with or without an exclusion', () => {
    expect(fix(repository(`  name = "app"\n${SCANNED}`), 'Set image_tag_mutability to IMMUTABLE')).toBe(
      repository(IMMUTABLE + SCANNED),
    );
    expect(fix(repository(mutability('"MUTABLE"')), 'Make tags immutable but for those that start with latest')).toBe(
      repository(
        `${mutability('"IMMUTABLE_WITH_EXCLUSION"')}\n  image_tag_mutability_exclusion_filter {\n    filter      = "latest*"\n    filter_type = "WILDCARD"\n  }\n`,
      ),
    );
  });
});

describe('repository-scan-on-push', () => {
  it('stands on the value, or on the header where there is none', () => {
    check(repository(IMMUTABLE + scanning(`false\n${' '.repeat(19)}^^^^^ hint repository-scan-on-push`)));
    check(repository(`${HEADER} hint repository-scan-on-push\n${IMMUTABLE}`));
  });

  it.each([
    ['true', SCANNED],
    ['a variable', scanning('var.scan')],
    ['null', scanning('null')],
    ['an empty block', '\n  image_scanning_configuration {\n  }\n'],
    [
      'a dynamic block',
      '\n  dynamic "image_scanning_configuration" {\n    for_each = var.scan\n    content {\n      scan_on_push = true\n    }\n  }\n',
    ],
  ])('is silent about %s', (_, body) => {
    expect(ruleIds(repository(IMMUTABLE + body))).toEqual([]);
  });

  it('is silent where the module sets how the registry scans', () => {
    const registry = 'resource "aws_ecr_registry_scanning_configuration" "all" {\n  scan_type = "ENHANCED"\n}\n';
    expect(ruleIds({ 'a.tf': repository(IMMUTABLE), 'b.tf': registry })).toEqual([]);
  });

  it('adds the block, or switches it on', () => {
    const title = 'Scan images on push';
    expect(fixTitles(repository(IMMUTABLE))).toEqual([`choice: ${title}`]);
    expect(fix(repository(IMMUTABLE), title)).toBe(repository(IMMUTABLE + SCANNED));
    expect(fix(repository(IMMUTABLE + scanning('false')), title)).toBe(repository(IMMUTABLE + SCANNED));
  });
});

describe('repository-force-delete', () => {
  const forced = (name: string, body = SCANNED) =>
    `  name                 = ${name}\n  image_tag_mutability = "IMMUTABLE"\n  force_delete         = true\n${body}`;
  const marked = (text: string) =>
    text.replace('= true\n', `= true\n${' '.repeat(25)}^^^^ hint repository-force-delete\n`);
  const encryption = (key: string) =>
    `${SCANNED}\n  encryption_configuration {\n    encryption_type = "KMS"\n    kms_key         = ${key}\n  }\n`;
  const lifecycle = (text: string) => `${SCANNED}\n  lifecycle {\n    ${text}\n  }\n`;

  it.each([
    ['a variable in the name', forced('"${var.team}/app"')],
    ['a resource in the name', forced('random_pet.name.id')],
    ['a key of another resource', forced('"app"', encryption('aws_kms_key.k.arn'))],
    ['no protection after all', forced('var.name', lifecycle('prevent_destroy = false'))],
  ])('stands on the value beside %s', (_, body) => {
    check(repository(marked(body)));
  });

  it.each([
    ['a name that is written out', forced('"app"')],
    ['a name of the instance', forced('"app-${count.index}"')],
    ['a key that is written out', forced('"app"', encryption('"arn:aws:kms:eu-west-1:123456789012:key/k"'))],
    ['an unknown force_delete', forced('var.name').replace('= true', '= var.force')],
    ['no force_delete', forced('var.name').replace('= true', '= false')],
    ['prevent_destroy', forced('var.name', lifecycle('prevent_destroy = true'))],
    ['ignored changes', forced('var.name', lifecycle('ignore_changes = [name]'))],
    ['all changes ignored', forced('var.name', lifecycle('ignore_changes = all'))],
  ])('is silent beside %s', (_, body) => {
    expect(ruleIds(repository(body))).toEqual([]);
  });
});
