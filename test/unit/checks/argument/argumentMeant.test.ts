import { describe, expect, it } from 'vitest';
import { errorsOf, fix } from '../../support/checkProblems.ts';

describe('argument-unknown', () => {
  it.each([
    ['aws_ecr_repository', 'name = "app"', 'lifecycle_policy', 'aws_ecr_lifecycle_policy'],
    ['aws_ecr_repository', 'name = "app"', 'policy', 'aws_ecr_repository_policy'],
    ['aws_ecr_repository', 'name = "app"', 'repository_policy', 'aws_ecr_repository_policy'],
    ['aws_ecrpublic_repository', 'repository_name = "app"', 'policy', 'aws_ecrpublic_repository_policy'],
  ])('names the resource that is meant: %s, %s, %s', (type, needed, name, resource) => {
    const errors = errorsOf(`resource "${type}" "a" {\n  ${needed}\n  ${name} = "{}"\n}\n`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(`It is a separate resource: ${resource}.`);
  });

  it.each([
    [
      'aws_ecr_repository_creation_template',
      'prefix = "app"\n  applied_for = ["REPLICATION"]\n  ',
      'tags = {}',
      'resource_tags',
    ],
    ['aws_ecr_repository', '', 'repository_name = "app"', 'name'],
    ['aws_ecrpublic_repository', '', 'name = "app"', 'repository_name'],
    [
      'aws_ecr_pull_through_cache_rule',
      'upstream_registry_url = "quay.io"\n  ',
      'prefix = "quay"',
      'ecr_repository_prefix',
    ],
  ])('offers the argument that is meant: %s, %s%s', (type, needed, written, name) => {
    const text = `resource "${type}" "a" {\n  ${needed}${written}\n}\n`;
    expect(fix(text, `Rename it to ${name}`)).toContain(`${name} `);
  });
});
