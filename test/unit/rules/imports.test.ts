import { describe, expect, it } from 'vitest';
import { Module } from '../../../server/src/module/module.ts';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
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

/** A call of a module elsewhere, where the target lies in one. */
const callFor = (to: string) => {
  const name = /^module\.(\w+)/.exec(to)?.[1];
  return name === undefined ? '' : `module "${name}" {\n  source = "example/${name}/aws"\n}\n`;
};

const block = (to: string, id = '"app"', more = '') => `import {\n  to = ${to}\n  id = ${id}\n${more}}\n${callFor(to)}`;

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
    block('module.ecr.aws_ecr_repository.app'),
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

const ARN = 'arn:aws:ecr:eu-west-1:123456789012:repository/app';
const URL = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/app';

describe('import-id-form', () => {
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
    check(module(marked(wrong, `error import-id-form this is ${form}`)));
    expect(fix(module(wrong), `Change it to ${right.replaceAll(/^"|"$/g, '')}`)).toBe(module(right));
    expect(fixTitles(module(wrong)).map((title) => title.split(':')[0])).toEqual(['one']);
  });

  it.each([
    '"${var.arn}"',
    'var.arn',
    'each.value.arn',
    'module.ecr.repository_arn',
    '"app"',
    'data.aws_ecr_image.x.arn',
  ])('is silent about %s', (id) => {
    expect(ruleIds(module(id))).toEqual([]);
  });

  it('has no fix where the name is not known', () => {
    for (const id of ['"arn:${var.rest}"', '"arn:aws:ecr:eu-west-1:1:repository/${var.name}"', '"https://host/app"']) {
      expect(ruleIds(module(id))).toEqual(['error import-id-form']);
      expect(fixTitles(module(id))).toEqual([]);
    }
  });

  it('knows the types whose id is a name, also inside modules', () => {
    expect(ruleIds(module(`"${ARN}"`, 'module.m.aws_ecr_lifecycle_policy.app["a"]'))).toEqual(['error import-id-form']);
    expect(ruleIds(module(`"${ARN}"`, 'module.m.aws_sns_topic.app'))).toEqual([]);
  });
});

describe('import-id-mismatch', () => {
  const target = 'aws_ecr_repository.app';

  it('stands on the id, and mends either', () => {
    check(block(target, marked('"old"', 'warning import-id-mismatch is for "app"')) + repository());
    expect(fix(block(target, '"old"') + repository(), 'Change the id to app')).toBe(block(target) + repository());
    expect(fixTitles(block(target, '"old"') + repository())).toEqual([
      'choice: Change the id to app',
      'choice: Change the name to old',
    ]);
  });

  it('looks through a reference to the repository', () => {
    const policy = 'aws_ecr_lifecycle_policy.app';
    expect(ruleIds(block(policy, '"old"') + repository())).toEqual(['warning import-id-mismatch']);
    const referring = repository().replace('repository = "app"', 'repository = aws_ecr_repository.app.name');
    expect(ruleIds(block(policy, '"old"') + referring)).toEqual(['warning import-id-mismatch']);
    expect(ruleIds(block(policy) + referring)).toEqual([]);
    expect(ruleIds(block(policy, '"old"') + referring.replace('app.name', 'app.arn'))).toEqual([
      'error policy-repository-reference',
    ]);
  });

  it.each([
    block(target, '"app@eu-west-1"') + repository(),
    block(target, 'var.id') + repository(),
    block(target, '"old"') + repository('', 'var.name'),
    block(`${target}[0]`, '"old"') + repository(COUNT),
    block(target, '"old"') + repository('  lifecycle {\n    ignore_changes = [name]\n  }\n'),
    block(`module.m.${target}`, '"old"') + repository(),
  ])('is silent about %s', (text) => {
    expect(ruleIds(text)).toEqual([]);
  });
});

describe('import-duplicate', () => {
  const app = 'aws_ecr_repository.app';
  const other = (more = '') => repository(more).replaceAll('"app"', '"other"').replace('= "other"', '= "app"');

  it('stands on the later target', () => {
    const first = block(app);
    check(first + block(marked(app, 'error import-duplicate Duplicate')) + repository());
    check({ 'a.tf': first + repository(), 'b.tf': block(marked(app, 'error import-duplicate')) });
    check({
      'a.tf': block(`${app}["a"]`, 'var.a') + repository(FOR_EACH),
      'b.tf': block(marked(`${app}["a"]`, 'error import-duplicate'), 'var.b') + block(`${app}["b"]`, 'var.b'),
    });
  });

  it('stands on the later id', () => {
    check(
      block(app) +
        block('aws_ecr_repository.other', marked('"app"', 'warning import-duplicate two resources')) +
        repository() +
        other(),
    );
  });

  it.each([
    block(app) + block('aws_ecr_lifecycle_policy.app') + repository(),
    block(app) + block('aws_ecr_repository.other') + repository() + other('  provider = aws.us\n'),
    block(app) + block('aws_ecr_repository.other') + repository() + other('  region = "us-east-1"\n'),
    block(app) + block('module.m.aws_ecr_repository.app') + repository(),
    block(app, 'var.id') + block('aws_ecr_repository.other', 'var.id') + repository() + other(),
    block(`${app}[each.key]`, 'each.key', FOR_EACH).repeat(2) + repository(FOR_EACH),
    block(`${app}[local.a]`, 'var.a') + block(`${app}[local.a]`, 'var.a') + repository(FOR_EACH),
  ])('is silent about %s', (text) => {
    expect(ruleIds(text)).toEqual([]);
  });

  it('a block that comes or goes changes what is said of the other', () => {
    const finder = new ProblemFinder(() => undefined);
    const module = new Module();
    module.setFile('b.tf', block(app) + repository());
    const ids = () => finder.problemsOf(module).map(({ ruleId }) => ruleId);
    expect(ids()).toEqual([]);
    module.setFile('a.tf', block(app));
    expect(ids()).toEqual(['import-duplicate']);
    module.removeFile('a.tf');
    expect(ids()).toEqual([]);
  });
});

describe('import-placement', () => {
  const inside = (nested: string, repetition = '') => repository(`${repetition}${nested}`);
  const nested = '  import {\n    id = "app"\n  }\n';

  it('stands on the block inside a resource, and moves it out', () => {
    check(inside('  import {\n  ^^^^^^ error import-placement top level\n    id = "app"\n  }\n'));
    const title = 'Move it out of the resource';
    expect(fix(inside(nested), title)).toBe(
      repository().replace('}\n\nresource', `}\n\n${block('aws_ecr_repository.app')}\nresource`),
    );
    expect(fixTitles(inside(nested, COUNT))).toEqual([]);
  });

  it('stands on the first label, and removes it', () => {
    const labelled = block('aws_ecr_repository.app').replace('import', 'import "aws_ecr_repository" "app"');
    check(labelled.replace('{\n', `{\n       ${'^'.repeat(20)} error import-placement No labels\n`) + repository());
    expect(fix(labelled + repository(), 'Remove the labels')).toBe(block('aws_ecr_repository.app') + repository());
  });

  it('leaves blocks of other resources alone', () => {
    expect(ruleIds(`resource "thing" "t" {\n${nested}}\n`)).toEqual([]);
  });
});
