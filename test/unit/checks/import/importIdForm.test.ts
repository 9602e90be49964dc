import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { block, marked, repository } from '../support/importBlocks.ts';

const ID = 'import-id-form';

const ARN = 'arn:aws:ecr:eu-west-1:123456789012:repository/app';

const URL = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app';

describe(ID, () => {
  const module = (id: string, to = 'aws_ecr_repository.app') => block(to, id) + repository();

  it.each([
    [`"${ARN}"`, '"app"', 'an ARN'],
    ['"arn:aws:ecr:${var.region}:${var.account}:repository/app"', '"app"', 'an ARN'],
    [`"${URL}"`, '"app"', 'a URL'],
    [`"https://${URL}:latest"`, '"app"', 'a URL'],
    ['"${var.account}.dkr.ecr.eu-west-1.amazonaws.com/app"', '"app"', 'a URL'],
    ['data.aws_ecr_repository.old.arn', 'data.aws_ecr_repository.old.name', 'an ARN'],
    ['data.aws_ecr_repository.old["a"].repository_url', 'data.aws_ecr_repository.old["a"].name', 'a URL'],
  ])('makes of %s %s', (wrong, right, form) => {
    checkOnly(ID, module(marked(wrong, `error import-id-form this is ${form}`)));
    expect(fix(module(wrong), `Change it to ${right.replaceAll(/^"|"$/g, '')}`)).toBe(module(right));
    expect(fixTitlesOnly(ID, module(wrong)).map((title) => title.split(':')[0])).toEqual(['one']);
  });

  it.each([
    '"${var.arn}"',
    'var.arn',
    'each.value.arn',
    'module.ecr.repository_arn',
    '"app"',
    'data.aws_ecr_image.x.arn',
  ])('says nothing of %s', (id) => {
    expect(ruleIdsOnly(ID, module(id))).toEqual([]);
  });

  it('has no fix where the name is not known', () => {
    for (const id of ['"arn:${var.rest}"', '"arn:aws:ecr:eu-west-1:1:repository/${var.name}"', '"https://host/app"']) {
      expect(ruleIdsOnly(ID, module(id))).toEqual(['error import-id-form']);
      expect(fixTitlesOnly(ID, module(id))).toEqual([]);
    }
  });

  it('knows the types whose id is a name, also inside modules', () => {
    expect(ruleIdsOnly(ID, module(`"${ARN}"`, 'module.m.aws_ecr_lifecycle_policy.app["a"]'))).toEqual([
      'error import-id-form',
    ]);
    expect(ruleIdsOnly(ID, module(`"${ARN}"`, 'module.m.aws_sns_topic.app'))).toEqual([]);
  });
});

const policy = (id: string, name = 'var.name') => `import {
  to = aws_ecr_lifecycle_policy.app
  id = ${id}
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = ${name}
  policy     = var.policy
}
variable "name" {}
variable "policy" {}
`;

const other = (type: string, id: string) =>
  `import {
  to = ${type}.app
  id = ${id}
}
resource "${type}" "app" {
  for_each = var.x
}
`.replace('  for_each = var.x\n', '');

const idsOf = (text: string) => ruleIdsOnly(ID, text);

describe('an id that no repository can be called', () => {
  it.each([
    ['shop:latest', 'shop'],
    ['111122223333:shop', 'shop'],
    ['111122223333/Team/shop', 'team/shop'],
    ['shop ', 'shop'],
    ['Shop', 'shop'],
    ['/shop/', 'shop'],
    ['team//shop', 'team/shop'],
    ['team\\\\shop', 'team-shop'],
    ['shop@sha256:0123456789abcdef', 'shop'],
    ['shop:v1.0', 'shop'],
    [' team/shop', 'team/shop'],
  ])('is an error, and the nearest name is written: %j', (id, name) => {
    const text = policy(`"${id}"`);
    expect(idsOf(text)).toEqual(['error import-id-form']);
    expect(fix(text, `Change it to ${name}`)).toBe(policy(`"${name}"`));
    // Nothing is imported, so that nothing is destroyed.
    expect(idsOf(policy(`"${id}"`, '"shop"'))).toEqual(['error import-id-form']);
  });

  it.each([
    '"shop"',
    '"team/shop"',
    '"shop@eu-west-1"',
    '"a__b"',
    '"a--b"',
    'var.id',
    '"${var.a}:x"'.replace(':x', '/x'),
    '"${var.a}shop"',
  ])('is none of %s', (id) => {
    expect(idsOf(`${policy(id)}variable "a" {}\nvariable "id" {}\n`)).toEqual([]);
  });

  it('is judged by what is known of it', () => {
    expect(idsOf(`${policy('"${var.a}:latest"')}variable "a" {}\n`)).toEqual(['error import-id-form']);
    expect(fixTitlesOnly(ID, `${policy('"${var.a}:latest"')}variable "a" {}\n`)).toEqual([]);
  });
});

describe('an id of another type', () => {
  const ARN = '"arn:aws:ecr:eu-west-1:111122223333:repository/hub"';
  it.each([
    ['aws_ecr_pull_through_cache_rule', ARN, ['error import-id-form']],
    ['aws_ecr_pull_through_cache_rule', '"111122223333.dkr.ecr.eu-west-1.amazonaws.com/hub"', ['error import-id-form']],
    ['aws_ecr_pull_through_cache_rule', '"hub"', []],
    ['aws_ecr_pull_through_cache_rule', '"ROOT"', []],
    ['aws_ecr_repository_creation_template', ARN, ['error import-id-form']],
    ['aws_ecr_repository_creation_template', '"hub/"', []],
    ['aws_ecr_repository_creation_template', '"ROOT"', []],
    ['aws_ecrpublic_repository', '"public.ecr.aws/x/shop"', ['error import-id-form']],
    ['aws_ecrpublic_repository', '"arn:aws:ecr-public::111122223333:repository/shop"', ['error import-id-form']],
    ['aws_ecrpublic_repository', '"shop"', []],
    ['aws_ecr_repository_policy', '"public.ecr.aws/x/shop"', []],
    ['aws_ecr_registry_policy', '"111122223333"', []],
  ] as const)('%s, %s', (type, id, found) => {
    expect(idsOf(other(type, id))).toEqual(found);
  });

  it('is mended', () => {
    for (const id of [
      '"public.ecr.aws/x/shop"',
      '"https://public.ecr.aws/x/shop:latest"',
      '"arn:aws:ecr-public::111122223333:repository/shop"',
    ])
      expect(fix(other('aws_ecrpublic_repository', id), 'Change it to shop')).toBe(
        other('aws_ecrpublic_repository', '"shop"'),
      );
  });
});
