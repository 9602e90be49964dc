import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'template-error';

const repository = (name: string) =>
  `resource "aws_ecr_repository" "r" {\n  for_each = toset(["team/a", "team/b"])\n  name     = ${name}\n}\n`;
const policy = (text: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  for_each   = toset(["team/a", "team/b"])\n  repository = each.key\n  policy     = ${text}\n}\n`;
const rules = (number: string) =>
  `{ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = ${number} }, action = { type = "expire" } }] }`;

describe('each and count in a local, where they do not exist', () => {
  it.each([
    ['a name', `locals {\n  name = each.key\n}\n${repository('local.name')}`],
    ['a part of a name', `locals {\n  name = "team/\${each.key}"\n}\n${repository('local.name')}`],
    ['a local of a local', `locals {\n  one = each.value\n  two = "x\${local.one}"\n}\n${repository('local.two')}`],
    ['the index', `locals {\n  name = "team-\${count.index}"\n}\n${repository('local.name')}`],
    ['a number of a policy', `locals {\n  keep = length(each.key)\n}\n${policy(`jsonencode(${rules('local.keep')})`)}`],
    ['a policy', `locals {\n  policy = jsonencode(${rules('length(each.value)')})\n}\n${policy('local.policy')}`],
    ['a function', `locals {\n  name = lower(each.key)\n}\n${repository('local.name')}`],
    ['a part of an object', `locals {\n  all = { name = each.key }\n}\n${repository('local.all.name')}`],
  ])('are told in %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toContain(`error ${ID}`);
  });

  it.each([
    ['the block itself', repository('each.key')],
    [
      'a loop whose name is each',
      `locals {\n  names = [for each in ["team/a"] : each]\n}\n${repository('local.names[0]')}`,
    ],
    [
      'a loop in a local',
      `locals {\n  names = { for key in ["team/a", "team/b"] : key => key }\n}\n${repository('local.names[each.key]')}`,
    ],
    ['a template of the block', repository('"x-${each.key}"')],
    ['a try', `locals {\n  name = try(each.key, "team/x")\n}\n${repository('"${local.name}-${each.key}"')}`],
  ])('are left alone in %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });
});
