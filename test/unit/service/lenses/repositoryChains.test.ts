import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../../server/src/service/context.ts';
import { codeLenses } from '../../../../server/src/service/lenses/codeLenses.ts';
import { workspaceOf } from '../../support/checkProblems.ts';

const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 30 }, action = { type = "expire" } }';

const repository = (name: string, repetition: string) =>
  `resource "aws_ecr_repository" "${name}" {\n  ${repetition}\n  name = "${name}/x"\n}\n`;

/** A repository with a policy, another one without, and the policy for each instance of the first. */
function moduleOf(forEach: string, name: string, repetition = 'for_each = toset(["a", "b"])'): string {
  return `${repository('app', repetition)}${repository('other', repetition)}resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = ${forEach}
  repository = ${name}
  policy     = jsonencode({ rules = [${RULE}] })
}
locals {
  all   = aws_ecr_repository.app
  again = local.all
  names = { for k, r in aws_ecr_repository.app : k => r.name }
}
`;
}

/** The lenses by the name of the block that they stand above. */
function lensesOf(text: string): Readonly<Record<string, readonly string[]>> {
  const workspace = workspaceOf({ 'main.tf': text });
  const module = workspace.moduleOf('main.tf');
  if (module === undefined) throw new Error('there is no module');
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  const problems = new ServiceContext(workspace, finder).problemsOf('main.tf', DEFAULT_PROBLEM_SETTINGS);
  const lineOf = (_: string, offset: number) => text.slice(0, offset).split('\n').length;
  const found: Record<string, string[]> = {};
  for (const { offset, title } of codeLenses(module, 'main.tf', problems, lineOf, 'never')) {
    const name = /"(\w+)" \{/.exec(text.slice(offset))?.[1] ?? '';
    found[name] = [...(found[name] ?? []), title];
  }
  return found;
}

describe('above a repository', () => {
  it.each([
    ['aws_ecr_repository.app', 'each.value.name'],
    ['aws_ecr_repository.app', 'each.value.id'],
    ['aws_ecr_repository.app', 'aws_ecr_repository.app[each.key].name'],
    ['resource.aws_ecr_repository.app', 'each.value.name'],
    ['toset(keys(aws_ecr_repository.app))', 'aws_ecr_repository.app[each.key].name'],
    ['{ for k, r in aws_ecr_repository.app : k => r.name }', 'each.value'],
    ['{ for k, r in aws_ecr_repository.app : k => r }', 'each.value.name'],
    ['{ for k, r in aws_ecr_repository.app : k => { name = r.name } }', 'each.value.name'],
    ['toset([for r in aws_ecr_repository.app : r.name])', 'each.value'],
    ['toset(values(aws_ecr_repository.app)[*].name)', 'each.value'],
    ['local.all', 'each.value.name'],
    ['local.again', 'each.value.name'],
    ['local.names', 'each.value'],
  ])('stands its policy, which goes through it by for_each = %s, repository = %s', (forEach, name) => {
    const { app, other } = lensesOf(moduleOf(forEach, name));
    expect(app).toEqual(['Lifecycle policy on line 9']);
    expect(other).toEqual(['No lifecycle policy · add one']);
  });

  it.each([
    ['an unknown collection', 'for_each = var.names'],
    ['keys and values', 'for_each = { a = 1, b = 2 }'],
    ['unknown keys', 'for_each = { for n in var.names : n => n }'],
  ])('stands its policy, also where its own instances come from %s', (_, repetition) => {
    const { app } = lensesOf(
      `${moduleOf('aws_ecr_repository.app', 'each.value.name', repetition)}variable "names" {\n  type = set(string)\n}\n`,
    );
    expect(app).toEqual(['Lifecycle policy on line 9']);
  });

  it.each([
    ['var.more', 'each.value.name'],
    ['merge(aws_ecr_repository.app, var.more)', 'each.value.name'],
    ['local.unknown', 'each.value.name'],
    ['module.m.repositories', 'each.value'],
  ])('stands no policy and no offer of one where it is not known: for_each = %s, repository = %s', (forEach, name) => {
    const { other } = lensesOf(`${moduleOf(forEach, name)}variable "more" {\n  type = any\n}\n`);
    expect(other ?? []).toEqual([]);
  });
});
