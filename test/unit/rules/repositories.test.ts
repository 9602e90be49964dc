import { describe, expect, it } from 'vitest';
import { check, fix, fixModule, fixTitles, ruleIds } from '../support/checkProblems.ts';

/** Scans all repositories, so that the tests are about other things. */
const SCANNING = `resource "aws_ecr_registry_scanning_configuration" "all" {
  scan_type = "ENHANCED"
}
`;

/** A repository that has a policy, so that only its own arguments are in question. */
const repository = (body: string) => `${SCANNING}
resource "aws_ecr_repository" "app" {
  name                 = "app"
${body}}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const FILTER = `
  image_tag_mutability_exclusion_filter {
    filter      = "latest*"
    filter_type = "WILDCARD"
  }
`;

const mutability = (value: string) => `  image_tag_mutability = ${value}\n`;

describe('repository-mutability-value', () => {
  it('stands on the value', () => {
    check(
      repository(
        `${mutability('"immutable"')}                         ^^^^^^^^^^^ error repository-mutability-value in capitals\n`,
      ),
    );
    check(repository(mutability('"IMMUTABLE"')));
    check(repository(mutability('var.mutability')));
    expect(ruleIds(repository(mutability('null')))).not.toContain('error repository-mutability-value');
    check({
      'a.tf': 'locals {\n  mutability = "IMMUTIBLE"\n               ^^^^^^^^^^^ error repository-mutability-value\n}\n',
      'b.tf': repository(mutability('local.mutability')),
    });
  });

  it('is mended where the value stands', () => {
    const files = (value: string) => ({
      'a.tf': `locals {\n  mutability = "${value}"\n}\n`,
      'b.tf': repository(mutability('local.mutability')),
    });
    expect(fixModule(files('IMMUTIBLE'), 'Change it to IMMUTABLE')).toEqual(files('IMMUTABLE'));
  });

  it('corrects what is near, else offers what fits the filters', () => {
    expect(fix(repository(mutability('"immutable"')), 'Change it to IMMUTABLE')).toBe(
      repository(mutability('"IMMUTABLE"')),
    );
    expect(fixTitles(repository(mutability('"LOCKED"')))).toEqual([
      'choice: Change it to MUTABLE',
      'choice: Change it to IMMUTABLE',
    ]);
  });

  it('looks at creation templates too', () => {
    check(`resource "aws_ecr_repository_creation_template" "t" {
  prefix               = "team"
  applied_for          = ["PULL_THROUGH_CACHE"]
  image_tag_mutability = "FROZEN"
                         ^^^^^^^^ error repository-mutability-value
}
`);
  });
});

describe('repository-exclusion-filter-missing', () => {
  it('stands on the value that demands it', () => {
    check(
      repository(
        `${mutability('"IMMUTABLE_WITH_EXCLUSION"')}                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ error repository-exclusion-filter-missing\n`,
      ),
    );
    check(repository(mutability('"IMMUTABLE_WITH_EXCLUSION"') + FILTER));
    check(
      repository(
        `${mutability('"IMMUTABLE_WITH_EXCLUSION"')}\n  dynamic "image_tag_mutability_exclusion_filter" {\n    for_each = var.filters\n    content {}\n  }\n`,
      ),
    );
    expect(ruleIds(repository(`${mutability('"IMMUTABLE_WITH_EXCLUSION"')}  force_delete = \n`))).not.toContain(
      'error repository-exclusion-filter-missing',
    );
  });

  it('adds a block or drops the suffix', () => {
    const text = repository(mutability('"IMMUTABLE_WITH_EXCLUSION"'));
    expect(fix(text, 'Add an exclusion filter for tags that start with latest')).toBe(
      repository(mutability('"IMMUTABLE_WITH_EXCLUSION"') + FILTER),
    );
    expect(fix(text, 'Change image_tag_mutability to IMMUTABLE')).toBe(repository(mutability('"IMMUTABLE"')));
  });
});

describe('repository-exclusion-filter-forbidden', () => {
  const marked = FILTER.replace('{\n', `{\n  ${'^'.repeat(37)} error repository-exclusion-filter-forbidden\n`);

  it('stands on the block', () => {
    check(repository(mutability('"MUTABLE"') + marked));
    check(repository(marked));
    check(repository(mutability('var.mutability') + FILTER));
    expect(ruleIds(repository(mutability('"frozen"') + FILTER))).toEqual(['error repository-mutability-value']);
  });

  it('sets the suffix, or takes the filters out', () => {
    expect(
      fix(repository(mutability('"MUTABLE"') + FILTER), 'Set image_tag_mutability to MUTABLE_WITH_EXCLUSION'),
    ).toBe(repository(mutability('"MUTABLE_WITH_EXCLUSION"') + FILTER));
    expect(fix(repository(FILTER), 'Set image_tag_mutability to IMMUTABLE_WITH_EXCLUSION')).toBe(
      repository(mutability('"IMMUTABLE_WITH_EXCLUSION"') + FILTER),
    );
    expect(fix(repository(mutability('"IMMUTABLE"') + FILTER), 'Remove the exclusion filter')).toBe(
      repository(mutability('"IMMUTABLE"')),
    );
  });
});

describe('repository-no-lifecycle-policy', () => {
  const header = `${'^'.repeat(35)} info repository-no-lifecycle-policy`;
  const bare = (body = '  name = "app"\n', name = 'app') =>
    `${SCANNING}\nresource "aws_ecr_repository" "${name}" {\n${body}\n  image_tag_mutability = "IMMUTABLE"\n}\n`;
  const policyFor = (target: string) =>
    `resource "aws_ecr_lifecycle_policy" "x" {\n  repository = ${target}\n  policy     = var.policy\n}\n`;

  it('stands on the header', () => {
    const marked = bare().replace('repository" "app" {\n', `repository" "app" {\n${header}\n`);
    check(marked);
    check({ 'a.tf': marked, 'b.tf': policyFor('"other"') });
  });

  it.each([
    ['a policy refers to it', bare() + policyFor('aws_ecr_repository.app.name')],
    ['a policy names it', bare() + policyFor('"app"')],
    ['a policy is for a repository that is not known', bare() + policyFor('var.repository')],
    ['its name is unknown and some policy writes a name', bare('  name = var.name\n') + policyFor('"x"')],
    ['its repetition is unknown', bare('  for_each = var.names\n  name     = each.key\n')],
    ['there is none of it', bare('  count = 0\n  name  = "app"\n')],
    [
      'it is handed to a module',
      `${bare()}module "m" {\n  source     = "./m"\n  repository = aws_ecr_repository.app.name\n}\n`,
    ],
    [
      'it is a creation template',
      bare('  prefix = "app"\n').replace('ecr_repository"', 'ecr_repository_creation_template"'),
    ],
  ])('is silent where %s', (_, text) => {
    expect(ruleIds(text)).toEqual([]);
  });

  it('adds a policy right after the block', () => {
    const text = bare();
    const titles = fixTitles(text);
    expect(titles).toEqual([
      'choice: Add a lifecycle policy that expires untagged images after 14 days and keeps the 30 newest images',
      'choice: Add a lifecycle policy that expires untagged images only, after 14 days',
      'choice: Add a lifecycle policy that keeps the 30 newest images per tag prefix (v) and expires untagged ones after 14 days',
    ]);
    for (const title of titles) expect(ruleIds(fix(text, title.replace('choice: ', '')))).toEqual([]);
    expect(fix(`${text}\n# more\n`, titles[1]?.replace('choice: ', '') ?? '')).toBe(`${text}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
    ]
  })
}

# more
`);
  });

  it('repeats the policy like the repository, under a free name', () => {
    const title = 'Add a lifecycle policy that expires untagged images only, after 14 days';
    const each = fix(bare('  for_each = toset(["a", "b"])\n  name     = each.key\n'), title);
    expect(each).toContain(
      '  for_each   = aws_ecr_repository.app\n  repository = each.value.name\n  policy = jsonencode({\n',
    );
    const counted = fix(bare('  count = 2\n  name  = "app-${count.index}"\n'), title);
    expect(counted).toContain(
      '  count      = length(aws_ecr_repository.app)\n  repository = aws_ecr_repository.app[count.index].name\n',
    );
    const taken = fix(bare() + policyFor('"other"').replace('"x"', '"app"'), title);
    expect(taken).toContain('resource "aws_ecr_lifecycle_policy" "app_2" {');
  });
});
