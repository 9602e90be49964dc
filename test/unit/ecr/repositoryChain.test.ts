import { describe, expect, it } from 'vitest';
import { policyCoverage } from '../../../server/src/ecr/repository/policyCoverage.ts';
import { hover } from '../../../server/src/service/hover/hover.ts';
import { ruleIds, workspaceOf } from '../support/checkProblems.ts';

const repository = (name: string) => `resource "aws_ecr_repository" "${name}" {
  for_each             = toset(["a", "b"])
  name                 = "${name}/\${each.key}"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
`;
const policy = (forEach: string, name: string) => `resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = ${forEach}
  repository = ${name}
  policy     = var.policy
}
variable "policy" {}
variable "more" {}
`;
const LOCALS = `locals {
  all   = aws_ecr_repository.app
  again = local.all
  names = { for k, r in aws_ecr_repository.app : k => r.name }
}
`;

function coverageOf(text: string) {
  const [module] = workspaceOf({ 'main.tf': text }).modules;
  if (module === undefined) throw new Error('the document is there');
  return module.remember(policyCoverage);
}

describe('a policy for each repository', () => {
  it.each([
    ['aws_ecr_repository.app', 'each.value.name'],
    ['aws_ecr_repository.app', 'each.value.id'],
    ['resource.aws_ecr_repository.app', 'each.value.name'],
    ['toset(keys(aws_ecr_repository.app))', 'aws_ecr_repository.app[each.key].name'],
    ['toset(keys(aws_ecr_repository.app))', 'aws_ecr_repository.app[each.value].name'],
    ['{ for k, r in aws_ecr_repository.app : k => r.name }', 'each.value'],
    ['{ for k, r in aws_ecr_repository.app : k => r }', 'each.value.name'],
    ['{ for k, r in aws_ecr_repository.app : k => r.name if k != "x" }', 'each.value'],
    ['toset([for r in aws_ecr_repository.app : r.name])', 'each.value'],
    ['toset(values(aws_ecr_repository.app)[*].name)', 'each.value'],
    ['local.all', 'each.value.name'],
    ['local.again', 'each.value.name'],
    ['local.names', 'each.value'],
  ])('is for them: for_each = %s, repository = %s', (forEach, name) => {
    const text = repository('app') + repository('other') + policy(forEach, name) + LOCALS;
    const { addresses, isUncertain } = coverageOf(text);
    expect([[...addresses.keys()], isUncertain]).toEqual([['aws_ecr_repository.app'], false]);
    const workspace = workspaceOf({ 'main.tf': text });
    const module = workspace.moduleOf('main.tf');
    const found = module && hover({ module, uri: 'main.tf', offset: text.indexOf('"app"') + 2 });
    expect(found?.markdown).toContain('Lifecycle policy: `aws_ecr_lifecycle_policy.p`');
    // The other repository has none, which is reported.
    expect(ruleIds(text).filter((id) => id.endsWith('no-lifecycle-policy'))).toHaveLength(1);
  });

  it('may be for several', () => {
    const forEach = '{ a = aws_ecr_repository.app["a"].name, b = aws_ecr_repository.other["a"].name }';
    const { addresses, isUncertain } = coverageOf(
      repository('app') + repository('other') + policy(forEach, 'each.value'),
    );
    expect([[...addresses.keys()].sort(), isUncertain]).toEqual([
      ['aws_ecr_repository.app', 'aws_ecr_repository.other'],
      false,
    ]);
  });

  it.each([
    ['merge(aws_ecr_repository.app, var.more)', 'each.value.name'],
    ['merge(aws_ecr_repository.app, module.m.repositories)', 'each.value.name'],
    ['var.more', 'each.value.name'],
    ['var.more', 'each.value'],
    ['{ for k, r in aws_s3_bucket.b : k => r.id }', 'each.value'],
    ['merge(aws_ecr_repository.app, aws_s3_bucket.b)', 'each.value.name'],
    ['aws_ecr_repository.app', 'each.value.arn'],
    ['aws_ecr_repository.app', 'lookup(var.more, each.key)'],
    ['local.unknown', 'each.value.name'],
  ])('leaves open which ones: for_each = %s, repository = %s', (forEach, name) => {
    const text = repository('app') + repository('other') + policy(forEach, name) + LOCALS;
    expect(coverageOf(text).isUncertain).toBe(true);
    expect(ruleIds(text).filter((id) => id.endsWith('no-lifecycle-policy'))).toEqual([]);
  });
});
