import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'repository-name';

const repository = (name: string) => `resource "aws_ecr_repository" "app" {
  name                 = ${name}
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const carets = (name: string, message: string) =>
  repository(`${name}\n${' '.repeat(25)}${'^'.repeat(name.length)} error repository-name ${message}`);

describe(ID, () => {
  it.each([
    ['"MyApp"', 'has capitals'],
    ['"my app"', 'has a space'],
    ['"über"', 'has "ü" in it'],
    ['"app_"', 'ends with "_"'],
    ['"/app"', 'begins with "/"'],
    ['"team//app"', 'has "//" in it'],
    ['"team/-app"', 'has "/-" in it'],
    ['"a..b"', 'has ".." in it'],
    ['"a_-b"', 'has "_-" in it'],
    ['"a___b"', 'has "___" in it'],
    ['"a"', 'shorter than 2'],
    ['""', 'This name is shorter than 2'],
    [`"${'a'.repeat(257)}"`, 'This name is longer than 256'],
    ['"https://host/app"', 'has ":" in it'],
  ])('tells that %s is none', (name, message) => {
    checkOnly(ID, carets(name, message));
  });

  it.each([
    ['"${var.team}_App"', 'has capitals'],
    ['"${var.team} app"', 'has a space'],
    ['"${var.team}_"', 'ends with "_"'],
    ['"-${var.team}"', 'begins with "-"'],
    ['"${var.team}//app"', 'has "//" in it'],
  ])('judges %s by its known parts', (name, message) => {
    checkOnly(ID, carets(name, message));
    expect(fixTitlesOnly(ID, repository(name))).toEqual([]);
  });

  it.each([
    '"app"',
    '"0a"',
    '"team/my-app_2.0"',
    '"a--b---c__d"',
    `"${'a'.repeat(256)}"`,
    '12',
    'var.name',
    'lower("MyApp")',
    '"${var.team}"',
    '"${var.team}a"',
    '"a_${var.team}"',
    '"${var.team}_${var.app}"',
    '"${var.team}/${var.app}"',
    '"${terraform.workspace}-app"',
    'null',
    'true ? var.a : "B"',
  ])('says nothing of %s', (name) => {
    expect(ruleIdsOnly(ID, repository(name))).toEqual([]);
  });

  it('looks through locals, and leaves creation templates alone', () => {
    checkOnly(ID, {
      'a.tf': 'locals {\n  name = "App"\n         ^^^^^ error repository-name\n}\n',
      'b.tf': repository('local.name'),
    });
    expect(
      ruleIdsOnly(
        ID,
        'resource "aws_ecr_repository_creation_template" "t" {\n  prefix = "ROOT"\n  name   = "App"\n}\n',
      ),
    ).not.toContain('error repository-name');
  });

  it.each([
    ['"MyApp"', 'myapp'],
    ['"Team/My App"', 'team/my-app'],
    ['"app_"', 'app'],
    ['" app\\n"', 'app'],
    ['"/team//app/"', 'team/app'],
    ['"a..b__c--d"', 'a-b__c--d'],
    ['"arn:aws:ecr:eu-west-1:123456789012:repository/team/app"', 'team/app'],
    ['"https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/app:latest"', 'team/app'],
  ])('makes of %s %s', (wrong, right) => {
    expect(fixTitlesOnly(ID, repository(wrong))).toEqual([`one: Change it to ${right}`]);
    expect(fix(repository(wrong), `Change it to ${right}`)).toBe(repository(`"${right}"`));
  });

  it.each(['""', '"A"', '"--"', `"${'a'.repeat(300)}"`, '"${"App"}_x_"'])('has no fix for %s', (name) => {
    expect(fixTitlesOnly(ID, repository(name))).toEqual([]);
  });
});
