import { describe, expect, it } from 'vitest';
import { checkOnly, fixTitlesOnly, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'file-missing';

describe(ID, () => {
  it('a missing file stands on the path', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/app"
  policy     = file("\${path.module}/policies/none.json")
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error file-missing no file exists at "./policies/none.json"
}
`,
    );
  });

  it.each([
    ['a file that is only tried', 'try(file("none.json"), jsonencode({ rules = var.rules }))'],
    [
      'a file that is asked for first',
      'fileexists("none.json") ? file("none.json") : jsonencode({ rules = var.rules })',
    ],
    ['a path that is not known', 'file("${var.rules}.json")'],
    ['an absolute path', 'file("/etc/none.json")'],
    ['a path outside', 'file("../../none.json")'],
  ])('says nothing of %s', (_, expression) => {
    const text = `variable "rules" {}\nresource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = ${expression}\n}\n`;
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('a path in the place of a policy is read by the fix', () => {
    const text =
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = "policy.json"\n}\n';
    expect(ruleIdsOnly(ID, text)).toEqual(['error file-missing']);
    expect(fixTitlesOnly(ID, text)).toEqual(['choice: Read the file: file("${path.module}/policy.json")']);
  });

  it('a module that others call may read files of its callers', () => {
    expect(
      ruleIdsOnly(ID, {
        'main.tf': 'module "ecr" {\n  source = "./ecr"\n}\n',
        'ecr/main.tf':
          'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "team/app"\n  policy     = file("policies/app.json")\n}\n',
        'policies/app.json':
          '{ "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 5 }, "action": { "type": "expire" } }] }',
      }),
    ).toEqual([]);
  });
});
