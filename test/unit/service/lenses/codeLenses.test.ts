import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../../server/src/service/context.ts';
import { codeLenses } from '../../../../server/src/service/lenses/codeLenses.ts';
import type { SizeWish } from '../../../../server/src/service/lenses/policyLenses.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

/** The lenses of `main.tf`, as `line: title`; lines from 1. */
function lensesOf(files: string | Files, settings = DEFAULT_PROBLEM_SETTINGS, sizes: SizeWish = 'auto'): string[] {
  const texts = typeof files === 'string' ? { 'main.tf': files } : files;
  const workspace = workspaceOf(texts);
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  const module = workspace.moduleOf('main.tf');
  if (module === undefined) throw new Error('there is no module');
  const lineOf = (uri: string, offset: number) => (texts[uri] ?? '').slice(0, offset).split('\n').length;
  const problems = new ServiceContext(workspace, finder).problemsOf('main.tf', settings);
  return codeLenses(module, 'main.tf', problems, lineOf, sizes).map(
    ({ offset, title }) => `${lineOf('main.tf', offset)}: ${title}`,
  );
}

const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }, action = { type = "expire" } }';

const policy = (repository: string, rules = `[${RULE}]`, more = '') =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  ${more}repository = ${repository}\n  policy = jsonencode({ rules = ${rules} })\n}\n`;

const REPOSITORY = 'resource "aws_ecr_repository" "app" {\n  name = "app"\n}\n';

describe('above a policy', () => {
  it('stands what it has', () => {
    expect(lensesOf(policy('"elsewhere"'))).toEqual(['1: Simulate · 1 rule']);
    const two = `[${RULE}, ${RULE.replace('= 1,', '= 2,')}]`;
    expect(lensesOf(policy('"elsewhere"', two))).toEqual(['1: Simulate · 2 rules']);
  });

  it('stands how long it is, where that is wished', () => {
    const titles = (wish: SizeWish) => lensesOf(policy('"elsewhere"'), DEFAULT_PROBLEM_SETTINGS, wish);
    expect(titles('always')).toEqual(['1: Simulate · 1 rule · 139 characters']);
    expect(titles('never')).toEqual(['1: Simulate · 1 rule']);
  });

  it('stands the limit too when the policy comes near it', () => {
    const rules = Array.from({ length: 40 }, (_, index) =>
      RULE.replace('= 1,', `= ${index + 1}, description = "${'x'.repeat(400)}",`),
    );
    expect(lensesOf(policy('"elsewhere"', `[${rules.join(', ')}]`))[0]).toMatch(
      /^1: Simulate · 40 rules · 2\d,\d{3} of 30,720 characters$/,
    );
  });

  it('stands no limit before two thirds of it are used, and none where it is not wished', () => {
    const rules = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        RULE.replace('= 1,', `= ${index + 1}, description = "${'x'.repeat(400)}",`),
      ).join(', ');
    expect(lensesOf(policy('"elsewhere"', `[${rules(20)}]`))).toEqual(['1: Simulate · 20 rules']);
    expect(lensesOf(policy('"elsewhere"', `[${rules(45)}]`))[0]).toContain('of 30,720 characters');
    const never = lensesOf(policy('"elsewhere"', `[${rules(45)}]`), DEFAULT_PROBLEM_SETTINGS, 'never');
    expect(never).toEqual(['1: Simulate · 45 rules']);
  });

  it('stands no more than is known', () => {
    expect(lensesOf(`variable "rules" {}\n${policy('"elsewhere"', 'var.rules')}`)).toEqual(['2: Simulate']);
    expect(lensesOf(`variable "days" {}\n${policy('"elsewhere"', `[${RULE.replace('30', 'var.days')}]`)}`)).toEqual([
      '2: Simulate · 1 rule',
    ]);
    const each = policy('"elsewhere"', `[${RULE.replace('30', 'each.value')}]`, 'for_each = { a = 1, b = 200 }\n  ');
    expect(lensesOf(each)).toEqual(['1: Simulate']);
  });
});

describe('above a repository', () => {
  it('stands where its policy is', () => {
    expect(lensesOf(REPOSITORY + policy('aws_ecr_repository.app.name'))).toEqual([
      '1: Lifecycle policy on line 4',
      '4: Simulate · 1 rule',
    ]);
    expect(lensesOf({ 'main.tf': REPOSITORY, 'policies.tf': `\n${policy('aws_ecr_repository.app.name')}` })).toEqual([
      '1: Lifecycle policy in policies.tf:2',
    ]);
    expect(lensesOf({ 'main.tf': REPOSITORY, 'policies.tf': policy('"app"') })).toEqual([
      '1: Lifecycle policy in policies.tf:1',
    ]);
  });

  it('stands the offer of one when it has none', () => {
    expect(lensesOf(REPOSITORY)).toEqual(['1: No lifecycle policy · add one']);
  });

  it('stands nothing when nobody knows, or nobody wants to', () => {
    const uncertain = `variable "name" {}\n${policy('var.name')}`;
    expect(lensesOf({ 'main.tf': REPOSITORY, 'other.tf': uncertain })).toEqual([]);
    const call = 'module "m" {\n  source = "./m"\n  repository = aws_ecr_repository.app.name\n}\n';
    expect(lensesOf({ 'main.tf': REPOSITORY, 'other.tf': call })).toEqual([]);
    const off = { ...DEFAULT_PROBLEM_SETTINGS, rules: { 'repository-no-lifecycle-policy': 'off' as const } };
    expect(lensesOf(REPOSITORY, off)).toEqual([]);
    expect(lensesOf(`# terraform-ecr-ignore: repository-no-lifecycle-policy kept for good\n${REPOSITORY}`)).toEqual([]);
  });
});

describe('above a policy of a repository or registry', () => {
  const access = (statement: string, type = 'aws_ecr_repository_policy') =>
    `resource "${type}" "p" {\n${type === 'aws_ecr_registry_policy' ? '' : '  repository = "app"\n'}  policy = jsonencode({ Statement = [${statement}] })\n}\n`;
  const allow = (principal: string, actions: string, more = '') =>
    `{ Effect = "Allow", Principal = ${principal}, Action = ${actions}${more} }`;
  const PULL = '["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';

  it.each([
    ['an account', allow('{ AWS = "111122223333" }', PULL), 'Pull: 111122223333 · Push: nobody'],
    ['everyone', allow('"*"', PULL), 'Pull: everyone · Push: nobody'],
    [
      'an organization',
      allow('"*"', PULL, ', Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }'),
      'Pull: organization o-1234567890 · Push: nobody',
    ],
    [
      'a condition',
      allow(
        '{ Service = "lambda.amazonaws.com" }',
        PULL,
        ', Condition = { StringLike = { "aws:sourceArn" = "arn:x" } }',
      ),
      'Pull: lambda (limited) · Push: nobody',
    ],
    ['a variable', allow('{ AWS = var.who }', PULL), 'Pull: not known · Push: nobody'],
    [
      'several',
      ['111122223333', '222233334444', '333344445555', '444455556666', '555566667777']
        .map((account) => allow(`{ AWS = "${account}" }`, PULL))
        .join(', '),
      'Pull: 111122223333, 222233334444, 333344445555, 2 more · Push: nobody',
    ],
    [
      'everything for a role',
      allow('{ AWS = "arn:aws:iam::111122223333:role/ci" }', '"ecr:*"'),
      'Pull: 111122223333 role/ci · Push: 111122223333 role/ci · Delete: 111122223333 role/ci · Administer: 111122223333 role/ci',
    ],
    [
      'statements beside unknown ones',
      `${allow('{ AWS = "111122223333" }', PULL)}, var.more`,
      'Pull: 111122223333 (not sure), others not known · Push: others not known',
    ],
  ])('stands who may: %s', (_name, statement, title) => {
    const text = `${access(statement)}variable "who" {\n  type = string\n}\nvariable "more" {}\n`;
    expect(lensesOf(text)).toEqual([`1: ${title}`]);
  });

  it('stands who may replicate', () => {
    const statement = allow(
      '{ AWS = "111122223333" }',
      '["ecr:CreateRepository", "ecr:ReplicateImage"]',
      ', Resource = "*"',
    );
    expect(lensesOf(access(statement, 'aws_ecr_registry_policy'))).toEqual(['1: Replicate: 111122223333']);
  });

  it('stands nothing where nothing is known', () => {
    expect(
      lensesOf(
        'variable "p" {}\nresource "aws_ecr_repository_policy" "p" {\n  repository = "r"\n  policy = var.p\n}\n',
      ),
    ).toEqual([]);
  });
});
