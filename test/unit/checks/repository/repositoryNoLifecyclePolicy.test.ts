import { describe, expect, it } from 'vitest';
import { checkOnly, fix, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';
import { SCANNING } from '../support/taggedRepositories.ts';

const ID = 'repository-no-lifecycle-policy';

describe(ID, () => {
  const header = `${'^'.repeat(35)} info repository-no-lifecycle-policy`;
  const bare = (body = '  name = "app"\n', name = 'app') =>
    `${SCANNING}\nresource "aws_ecr_repository" "${name}" {\n${body}\n  image_tag_mutability = "IMMUTABLE"\n}\n`;
  const policyFor = (target: string) =>
    `resource "aws_ecr_lifecycle_policy" "x" {\n  repository = ${target}\n  policy     = var.policy\n}\n`;

  it('is reported at the header', () => {
    const marked = bare().replace('repository" "app" {\n', `repository" "app" {\n${header}\n`);
    checkOnly(ID, marked);
    checkOnly(ID, { 'a.tf': marked, 'b.tf': policyFor('"other"') });
  });

  it.each([
    ['a policy refers to it', bare() + policyFor('aws_ecr_repository.app.name')],
    ['a policy names it', bare() + policyFor('"app"')],
    [
      'a policy is for a repository that is not known',
      `${bare()}${policyFor('var.repository')}variable "repository" {}\n`,
    ],
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
  ])('says nothing where %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('adds a policy right after the block', () => {
    const text = bare();
    const titles = fixTitlesOnly(ID, text);
    expect(titles).toEqual([
      'choice: Add a lifecycle policy that expires untagged images after 14 days and keeps the 30 newest images',
      'choice: Add a lifecycle policy that expires untagged images only, after 14 days',
      'choice: Add a lifecycle policy that keeps the 30 newest images per tag prefix (v) and expires untagged ones after 14 days',
    ]);
    for (const title of titles) expect(ruleIdsOnly(ID, fix(text, title.replace('choice: ', '')))).toEqual([]);
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
