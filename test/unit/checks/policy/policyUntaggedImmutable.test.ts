import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';
import { policy, status } from '../support/tagRulePolicies.ts';

const ID = 'policy-untagged-immutable';

describe(ID, () => {
  it('is reported for a repository whose tags never move, and for no other', () => {
    const repository = (mutability: string) => `resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "${mutability}"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
    const own = policy(status(1, 'untagged')).replace('"team/app"', 'aws_ecr_repository.app.name');
    expect(ruleIdsOnly(ID, repository('IMMUTABLE') + own)).toEqual(['hint policy-untagged-immutable']);
    expect(ruleIdsOnly(ID, repository('MUTABLE') + own)).toEqual([]);
  });

  const repositories = (mutability: string, others: string) =>
    Object.entries({ app: mutability, other: others })
      .map(
        ([name, value]) =>
          `resource "aws_ecr_repository" "${name}" {\n  for_each             = toset(["a", "b"])\n  name                 = "${name}/\${each.key}"\n  image_tag_mutability = "${value}"\n}\nresource "aws_ecr_repository" "one_${name}" {\n  name                 = "${name}/one"\n  image_tag_mutability = "${value}"\n}\n`,
      )
      .join('');
  const chained = (forEach: string, repository: string) =>
    `locals {\n  all = aws_ecr_repository.app\n}\n${policy(status(1, 'untagged')).replace(
      /repository( *)= "team\/app"/,
      `for_each = ${forEach}\n  repository = ${repository}`,
    )}`;

  it.each([
    ['aws_ecr_repository.app', 'each.value.name'],
    ['aws_ecr_repository.app', 'each.value.id'],
    ['local.all', 'each.value.name'],
    ['toset([aws_ecr_repository.one_app.name])', 'each.value'],
    ['{ a = aws_ecr_repository.one_app.name }', 'each.value'],
    ['{ a = aws_ecr_repository.one_app }', 'each.value.name'],
    ['{ for key, made in aws_ecr_repository.app : key => made.name }', 'each.value'],
    ['merge(aws_ecr_repository.app, { one = aws_ecr_repository.one_app })', 'each.value.name'],
    ['aws_ecr_repository.app', 'aws_ecr_repository.app[each.key].name'],
  ])('follows for_each = %s, repository = %s', (forEach, repository) => {
    const told = (mutability: string) =>
      ruleIdsOnly(ID, repositories(mutability, 'MUTABLE') + chained(forEach, repository));
    expect(told('IMMUTABLE')).toEqual(['hint policy-untagged-immutable']);
    expect(told('MUTABLE')).toEqual([]);
  });

  it.each([
    ['merge(aws_ecr_repository.app, aws_ecr_repository.other)', 'each.value.name'],
    ['toset(concat([aws_ecr_repository.one_app.name], var.more))', 'each.value'],
    ['var.names', 'each.value'],
  ])('says nothing where another repository may be among them: %s', (forEach, repository) => {
    const text = `variable "more" {\n}\nvariable "names" {\n}\n${repositories('IMMUTABLE', 'MUTABLE')}`;
    expect(ruleIdsOnly(ID, text + chained(forEach, repository))).toEqual([]);
  });
});
