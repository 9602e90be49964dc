import { describe, expect, it } from 'vitest';
import { ruleIds } from '../../support/checkProblems.ts';

const block = (type: string, body: string) => `resource "awscc_ecr_${type}" "this" {\n${body}\n}\n`;
const repository = (body: string) => block('repository', body);
const template = (body: string) =>
  block('repository_creation_template', `  prefix      = "team"\n  applied_for = ["PULL_THROUGH_CACHE"]\n${body}`);

describe('repositories and templates of the Cloud Control provider', () => {
  it.each([
    [
      'a whole repository',
      repository(
        '  repository_name      = "example-ecr-repository"\n  image_tag_mutability = "MUTABLE"\n  image_scanning_configuration = {\n    scan_on_push = true\n  }',
      ),
    ],
    [
      'one with a policy and a key',
      repository(
        '  repository_name = "team/app"\n  encryption_configuration = {\n    encryption_type = "KMS"\n    kms_key         = "alias/ecr"\n  }\n  lifecycle_policy = {\n    lifecycle_policy_text = var.policy\n  }',
      ),
    ],
    [
      'one with exclusion filters',
      repository(
        '  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_filters = [{\n    image_tag_mutability_exclusion_filter_type  = "WILDCARD"\n    image_tag_mutability_exclusion_filter_value = "dev-*"\n  }]',
      ),
    ],
    ['one without a name', repository('  tags = [{ key = "team", value = "a" }]')],
    ['a template', template('  image_tag_mutability = "IMMUTABLE"\n  resource_tags = [{ key = "team", value = "a" }]')],
    [
      'a template with exclusion filters',
      template(
        '  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"\n  image_tag_mutability_exclusion_filters = [{\n    image_tag_mutability_exclusion_filter_type  = "WILDCARD"\n    image_tag_mutability_exclusion_filter_value = "v*"\n  }]',
      ),
    ],
    ['a template with an unknown mutability', template('  image_tag_mutability = var.mutability')],
    ['a public repository', block('public_repository', '  repository_name = "team/app"')],
  ])('are accepted: %s', (_, text) => {
    expect(ruleIds(text).filter((id) => !/^(?:info|hint) /.test(id))).toEqual([]);
  });

  it.each([
    ['the name of a repository', repository('  repository_name = "Team/App"'), 'error repository-name'],
    ['its mutability', repository('  image_tag_mutability = "immutable"'), 'error repository-mutability-value'],
    [
      'the mutability of a template',
      template('  image_tag_mutability = "LOCKED"'),
      'error repository-mutability-value',
    ],
  ])('are judged: %s', (_, text, id) => {
    expect(ruleIds(text)).toEqual([id]);
  });
});
