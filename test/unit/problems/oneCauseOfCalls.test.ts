import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { cloudposse, lgallard, tam, template } from '../checks/support/moduleCalls.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const FILE = 'file:///code/main.tf';

/** Errors and warnings of a text, each with the text under it. */
function told(text: string): readonly string[] {
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  return new ServiceContext(workspaceOf({ [FILE]: text }), finder)
    .problemsOf(FILE, DEFAULT_PROBLEM_SETTINGS)
    .filter(({ problem }) => problem.severity === 'error' || problem.severity === 'warning')
    .map(({ start, end, problem }) => `${problem.ruleId} ${text.slice(start, end)}`);
}

const PULL = 'actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]';
const statement = (more: string, principal = '*') =>
  `repository_policy_statements = { a = { ${PULL}, principals = [{ type = "AWS", identifiers = ["${principal}"] }], ${more} } }`;
const OFF = 'create_lifecycle_policy = false\n';

describe('one cause in a call of a module is one problem', () => {
  it.each([
    [
      tam(
        `${OFF}${statement('condition = [{ test = "StringEquals", variable = "aws:PrincipalOrgID", values = ["o-a1b2c3d4e5"] }]')}`,
      ),
      'module-statement-shape condition',
    ],
    [tam(`${OFF}${statement('Conditions = []')}`), 'module-statement-shape Conditions'],
    [
      lgallard('name = "shop"\nimage_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"', '1.4.0'),
      'module-known-defect "1.4.0"',
    ],
    [
      tam(
        `${OFF}registry_pull_through_cache_rules = { a = { ecr_repository_prefix = "docker-hub", upstream_registry_url = "registry-1.docker.io", credential_arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:ecr-pullthroughcache/x-AbCdEf" } }`,
        '2.1.0',
      ),
      'module-known-defect "2.1.0"',
    ],
  ])('%s', (text, problem) => {
    expect(told(text)).toEqual([problem]);
  });

  it('and two causes are two problems', () => {
    expect(told(tam(`${OFF}${statement('notes = "x"')}`))).toEqual([
      'access-principal-public "*"',
      'module-statement-shape notes',
    ]);
  });
});

describe('resources in a statement that a module writes', () => {
  const MINE = '111122223333';
  it.each([
    [tam(`${OFF}${statement('resources = ["*"]', MINE)}`), '"*"'],
    [tam(`${OFF}${statement('resources = ["*"]', MINE)}`, '2.4.0'), '"*"'],
    [tam(`${OFF}${statement('resources = ["*"]', MINE)}`, '~> 3.0'), '"*"'],
    [tam(`${OFF}${statement('resources = ["a", "b"]', MINE)}`), '["a", "b"]'],
    [tam(`${OFF}${statement('not_resources = ["a"]', MINE)}`), '"a"'],
    [template(statement('resources = ["*"]', MINE)), '"*"'],
  ])('have no use, which is told at the caller: %s', (text, place) => {
    expect(told(text)).toEqual([`access-resource-element ${place}`]);
  });

  it.each([
    tam(`${OFF}${statement('resources = null', MINE)}`),
    tam(`${OFF}${statement('resources = []', MINE)}`),
    tam(`${OFF}repository_policy_statements = var.statements`),
    tam(
      `${OFF}create_repository_policy = false\nattach_repository_policy = false\n${statement('resources = ["*"]', MINE)}`,
    ),
    tam(`${OFF}repository_type = "public"\n${statement('resources = ["*"]', MINE)}`),
  ])('are nothing to speak of where none reach ECR: %s', (text) => {
    expect(told(text).filter((one) => one.startsWith('access-'))).toEqual([]);
  });
});

describe('an output that a known module does not declare', () => {
  const output = (name: string) => `output "o" {\n  value = module.ecr.${name}\n}\n`;
  it.each([
    [tam(OFF), 'name'],
    [tam(OFF, '1.6.0'), 'repository_name'],
    [tam(OFF, '~> 3.0'), 'url'],
    [cloudposse(''), 'registry_url'],
    [cloudposse(''), 'repository_id_map'],
    [cloudposse('', '0.44.0'), 'arn'],
    [lgallard('name = "shop"'), 'name'],
    [template(''), 'repository_url'],
  ])('is told: %s %s', (call, name) => {
    expect(told(`${call}${output(name)}`)).toEqual([`reference-undeclared ${name}`]);
  });

  it.each([
    [tam(OFF), 'repository_name'],
    [tam(OFF), 'repository_url'],
    [tam(OFF, '>= 1.0'), 'repository_name'],
    [tam(OFF, '99.0.0'), 'name'],
    [cloudposse(''), 'repository_url_map["app"]'],
    [cloudposse('name = "shop"', '0.15.0'), 'registry_url'],
    [lgallard('name = "shop"'), 'repository_arn'],
    [template(''), 'iam_role_arn'],
    ['module "ecr" {\n  source = "acme/images/aws"\n}\n', 'name'],
  ])('and one that some admitted release has, or may have, is not: %s %s', (call, name) => {
    expect(told(`${call}${output(name)}`)).toEqual([]);
  });

  it('in a try() is what try() is for', () => {
    expect(told(`${tam(OFF)}output "o" {\n  value = try(module.ecr.name, null)\n}\n`)).toEqual([]);
  });
});

describe('a hint about a policy that a call gives', () => {
  const policy = (selection: string) =>
    `jsonencode({ rules = [{ rulePriority = 1, selection = { ${selection} }, action = { type = "expire" } }] })`;
  const untagged = policy(
    'tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 3',
  );
  const mutable = 'repository_image_tag_mutability = "MUTABLE"\n';

  it.each([
    [tam(`${mutable}repository_lifecycle_policy = ${untagged}`)],
    [tam(`${mutable}repository_lifecycle_policy = ${untagged}`, '1.6.0')],
    [`${tam(`${mutable}repository_lifecycle_policy = local.p`)}locals {\n  p = ${untagged}\n}\n`],
    [tam(`${mutable}for_each = toset(["team/a", "team/b"])\nrepository_lifecycle_policy = ${untagged}`)],
    [
      tam(
        `${mutable}repository_lifecycle_policy = <<EOT\n{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countUnit":"days","countNumber":3},"action":{"type":"expire"}}]}\nEOT\n`,
      ),
    ],
    [template(`${mutable.replace('repository_', '')}lifecycle_policy = ${untagged}`)],
    [lgallard(`name = "shop"\nimage_tag_mutability = "MUTABLE"\nlifecycle_policy = ${untagged}`)],
    [`module "m" {\n  source = "acme/images/aws"\n  policy = ${untagged}\n}\n`],
  ])('is given once at most: %s', (text) => {
    const finder = new ProblemFinder(() => undefined);
    const problems = new ServiceContext(workspaceOf({ [FILE]: text }), finder).problemsOf(
      FILE,
      DEFAULT_PROBLEM_SETTINGS,
    );
    const starts = problems.map(({ start, problem }) => `${problem.ruleId} ${start}`);
    expect(starts).toEqual([...new Set(starts)]);
  });
});
