import { describe, expect, it } from 'vitest';
import { check, fixTitles, ruleIds } from '../support/checkProblems.ts';

const RULE =
  '{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }';

const OWNERS: Readonly<Record<string, (policy: string) => string>> = {
  resource: (policy) => `resource "aws_ecr_lifecycle_policy" "p" {
  repository = "app"
  policy     = ${policy}
}
`,
  template: (policy) => `resource "aws_ecr_repository_creation_template" "t" {
  prefix           = "team"
  applied_for      = ["PULL_THROUGH_CACHE"]
  lifecycle_policy = ${policy}
}
`,
  'template of a module': (policy) => `module "t" {
  source           = "terraform-aws-modules/ecr/aws//modules/repository-template"
  lifecycle_policy = ${policy}
}
`,
};

const VARIABLE = 'variable "on" {\n  type = bool\n}\n';

describe('an empty text', () => {
  const EMPTY = [
    '""',
    'trimspace("")',
    'var.on ? jsonencode({ rules = [RULE] }) : ""',
    '<<EOT\nEOT',
    'true ? "" : "x"',
    'join("", [])',
    'coalesce(null, "")',
    'try("", null)',
    'local.none',
  ].map((policy) => policy.replace('RULE', RULE));
  const text = (owner: string, policy: string) =>
    `${VARIABLE}locals {\n  none = ""\n}\n${OWNERS[owner]?.(policy) ?? ''}`;

  it.each(EMPTY)('%s: stands for no policy in a template', (policy) => {
    // coalesce() leaves empty texts out and fails.
    const expected = policy.startsWith('coalesce') ? ['error template-error'] : [];
    expect(ruleIds(text('template', policy))).toEqual(expected);
    expect(ruleIds(text('template of a module', policy))).toEqual(expected);
  });

  it.each(EMPTY)('%s: is refused as the policy of a repository', (policy) => {
    const expected = policy.startsWith('coalesce') ? ['error template-error'] : ['error policy-length'];
    expect(ruleIds(text('resource', policy))).toEqual(expected);
  });
});

describe('a policy without rules', () => {
  const NONE = [
    'jsonencode({ rules = [] })',
    '"{\\"rules\\": []}"',
    '<<EOT\n{ "rules": [] }\nEOT',
    'jsonencode({ rules = concat([], []) })',
    'jsonencode({ rules = [for x in [] : x] })',
    'jsonencode(merge({}, { rules = [] }))',
    'jsonencode({ rules = local.none })',
    `jsonencode({ rules = [for rule in [${RULE}] : rule if rule.rulePriority > 1] })`,
    'data.aws_ecr_lifecycle_policy_document.none.json',
  ];
  const members = Object.keys(OWNERS).flatMap((owner) => NONE.map((policy) => ({ owner, policy })));

  it.each(members)('$owner, $policy: is told by its count', ({ owner, policy }) => {
    const document = 'data "aws_ecr_lifecycle_policy_document" "none" {\n}\n';
    const rest = `locals {\n  none = []\n}\n${policy.startsWith('data.') ? document : ''}`;
    expect(ruleIds(`${rest}${OWNERS[owner]?.(policy) ?? ''}`)).toEqual(['error policy-rule-count']);
  });

  it('stands on the policy and offers policies to begin with', () => {
    const text = OWNERS['resource']?.('jsonencode({ rules = [] })') ?? '';
    check(
      text.replace(
        '[] })',
        '[] })\n               ^^^^^^^^^^ error policy-rule-count The policy has no rule, and AWS accepts 1 to 50.',
      ),
    );
    expect(fixTitles(text).filter((title) => title.startsWith('choice: Write a policy that'))).not.toEqual([]);
  });

  it.each([
    'var.on ? [RULE] : []',
    'concat(var.on ? [RULE] : [], var.on ? [] : [RULE])',
    '[for r in [RULE] : r if var.on]',
  ])('%s: is silent where a condition leaves the rules out', (rules) => {
    const policy = `jsonencode({ rules = ${rules.replaceAll('RULE', RULE)} })`;
    expect(ruleIds(`${VARIABLE}${OWNERS['resource']?.(policy) ?? ''}`)).toEqual([]);
  });
});

describe('an exclusion filter beside a mutability without exclusion', () => {
  const FILTER = `  image_tag_mutability = "MUTABLE"
  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
`;
  const CARETS =
    '  image_tag_mutability_exclusion_filter {\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error repository-exclusion-filter-forbidden';

  it('is refused by AWS in a template', () => {
    const filter = FILTER.replace('  image_tag_mutability_exclusion_filter {', `${CARETS} AWS refuses it at apply`);
    check(
      `resource "aws_ecr_repository_creation_template" "t" {\n  prefix      = "team"\n  applied_for = ["REPLICATION"]\n${filter}}\n`,
    );
  });
});
