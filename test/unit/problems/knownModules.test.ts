import { describe, expect, it } from 'vitest';
import { ProblemFinder } from '../../../server/src/problems/problemFinder.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { ServiceContext } from '../../../server/src/service/context.ts';
import { workspaceOf } from '../support/checkProblems.ts';

const FILE = 'file:///code/main.tf';

/** Errors and warnings of a text with the text under each. */
function told(text: string): readonly string[] {
  const finder = new ProblemFinder((ruleId, error) => {
    throw new Error(`${ruleId} failed`, { cause: error });
  });
  const context = new ServiceContext(workspaceOf({ [FILE]: text }), finder);
  return context
    .problemsOf(FILE, DEFAULT_PROBLEM_SETTINGS)
    .filter(({ problem }) => problem.severity === 'error' || problem.severity === 'warning')
    .map(({ start, end, problem }) => `${problem.severity} ${problem.ruleId} ${text.slice(start, end)}`);
}

const call = (source: string, version: string, body: string) =>
  `module "ecr" {\n  source = "${source}"\n${version === '' ? '' : `  version = "${version}"\n`}${body}\n}\n`;
const tam = (body: string, version = '~> 3.0') =>
  call('terraform-aws-modules/ecr/aws', version, `  create_lifecycle_policy = false\n${body}`);
const cloudposse = (body: string, version = '1.0.2') => call('cloudposse/ecr/aws', version, body);
const lgallard = (body: string, version = '2.1.1') => call('lgallard/ecr/aws', version, body);
const custom = (selection: string) =>
  `custom_lifecycle_rules = [{ selection = { ${selection} }, action = { type = "expire" } }]`;

describe('what a known module makes of its inputs', () => {
  it.each([
    [tam('repository_name = "Shop"'), 'error repository-name "Shop"'],
    [tam('repository_name = "shop"\nrepository_kms_key = "alias/x"'), 'error repository-encryption "alias/x"'],
    [
      tam('repository_name = "shop"\nrepository_image_tag_mutability = "MUTABLE_WITH_EXCLUSION"'),
      'error repository-exclusion-filter-missing "MUTABLE_WITH_EXCLUSION"',
    ],
    [
      tam('repository_name = "shop"\nrepository_read_access_arns = ["arn:aws:iam::12:root"]'),
      'error access-principal-form "arn:aws:iam::12:root"',
    ],
    [tam('repository_name = "shop"\nrepository_read_access_arns = ["*"]'), 'warning access-principal-public "*"'],
    [cloudposse('image_names = ["Shop"]'), 'error repository-name "Shop"'],
    [cloudposse('max_image_count = 0'), 'error policy-number-range 0'],
    [cloudposse('protected_tags_keep_count = 0\nprotected_tags = ["v"]'), 'error policy-number-range 0'],
    [
      cloudposse(custom('tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = 3')),
      'error rule-tag-list-missing "tagged"',
    ],
    [
      cloudposse(custom('tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "day", countNumber = 3')),
      'error policy-enum-value "day"',
    ],
    [
      cloudposse(custom('tagStatus = "untagged", countType = "sinceImagePushed", countNumber = 3')),
      'error rule-count-unit-missing "sinceImagePushed"',
    ],
    [
      cloudposse('principals_readonly_access = ["arn:aws:iam::12:root"]'),
      'error access-principal-form "arn:aws:iam::12:root"',
    ],
    [lgallard('name = "shop"\nlifecycle_keep_latest_n_images = 0'), 'error policy-number-range 0'],
    [lgallard('name = "Shop"'), 'error repository-name "Shop"'],
    [lgallard('name = "shop"\nimage_tag_mutability = "mutable"'), 'error repository-mutability-value "mutable"'],
  ])('is checked at the argument: %s', (text, problem) => {
    expect(told(text)).toContain(problem);
  });

  it.each([
    tam('repository_name = "shop"'),
    tam('repository_name = var.name\nrepository_read_access_arns = var.arns\nrepository_type = var.type'),
    tam('repository_name = "shop"\nrepository_type = "public"'),
    tam('repository_name = "shop"', '99.0.0'),
    tam('repository_name = "shop"\nrepository_read_access_arns = ["arn:aws:iam::111122223333:root"]', '1.6.0'),
    cloudposse('name = "shop"\nnamespace = "eg"\nstage = "test"'),
    cloudposse('context = module.this.context\nmax_image_count = var.keep', '0.44.0'),
    cloudposse('name = "shop"\nprincipals_full_access = [data.aws_iam_role.ci.arn]', '0.32.2'),
    cloudposse('enabled = false\nmax_image_count = 0'),
    lgallard('name = "shop"'),
    lgallard('name = "shop"\nlifecycle_policy_template = null'),
    lgallard('name = "shop"\nlifecycle_keep_latest_n_images = 30\nlifecycle_expire_untagged_after_days = 7'),
  ])('is silent for what it accepts and what is not known: %s', (text) => {
    expect(told(text)).toEqual([]);
  });

  it('counts only where every release that the call admits has it', () => {
    const body = custom('tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 0');
    expect(told(cloudposse(body, '>= 0.43.0'))).toContain('error policy-number-range 0');
    expect(told(cloudposse('protected_tags_keep_count = 0\nprotected_tags = ["v"]', '>= 0.41.0'))).toEqual([]);
  });

  it('is told in the text of the user, also where an output brings it out', () => {
    const text = `${tam('repository_name = "shop"')}resource "aws_ecr_repository_policy" "p" {\n  repository = module.ecr.repository_url\n  policy     = "x"\n}\n`;
    expect(told(text)).toContain('error policy-repository-reference module.ecr.repository_url');
  });
});
