import { describe, expect, it } from 'vitest';
import { ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'meta-argument';
/** A check whose assertion has no message, which Terraform refuses. */
const asserting = (condition: string, more = '') =>
  `check "c" {\n${more}  assert {\n    condition = ${condition}\n  }\n}\n`;
const DATA = '  data "aws_ecr_image" "newest" {\n    repository_name = "app"\n    most_recent     = true\n  }\n';
const OTHER = '  data "http" "page" {\n    url = "https://example.com"\n  }\n';
const BLOCKS =
  'resource "aws_ecr_repository" "a" {\n  name = "app"\n}\nresource "terraform_data" "t" {}\nvariable "v" {\n  type = string\n}\nmodule "m" {\n  source = "./m"\n}\nmodule "n" {\n  source = "./n"\n}\n';
const files = (check: string) => ({
  'main.tf': BLOCKS + check,
  'm/main.tf': 'resource "aws_ecr_repository" "a" {\n  name = "web"\n}\noutput "url" {\n  value = "x"\n}\n',
  'n/main.tf': 'output "url" {\n  value = "x"\n}\n',
});

describe(`${ID} in a check block`, () => {
  it.each([
    ['a data source of ECR', asserting('data.aws_ecr_image.newest.id != ""', DATA)],
    ['a data source of ECR that nothing mentions', asserting('var.v != ""', DATA)],
    ['a repository', asserting('aws_ecr_repository.a.name != ""')],
    ['all repositories', asserting('length(aws_ecr_repository.a[*].name) > 0')],
    ['a repository in a text', asserting('"${aws_ecr_repository.a.name}" != ""')],
    ['a repository in a loop', asserting('alltrue([for r in [aws_ecr_repository.a] : r.name != ""])')],
    ['a module with a repository', asserting('module.m.url != ""')],
    ['a data source that is forgotten to be called so', asserting('aws_ecr_image.newest.id != ""')],
  ])('tells of an assertion about %s', (_, check) => {
    expect(ruleIdsOnly(ID, files(check))).toEqual([`error ${ID}`]);
  });

  it.each([
    ['something else', asserting('terraform_data.t.id != ""')],
    ['something else, with a comment', asserting('terraform_data.t.id != ""', '  # aws_ecr_repository\n')],
    ['something else, with a text', asserting('terraform_data.t.id != "aws_ecr_repository.a"')],
    ['a name that begins so', asserting('var.aws_ecr_name != ""')],
    ['a type that begins so', asserting('aws_ecrx_thing.a.id != ""')],
    ['a variable', asserting('var.v != ""')],
    ['another data source', asserting('data.http.page.body != ""', OTHER)],
    ['another module', asserting('module.n.url != ""')],
  ])('leaves %s to others', (_, check) => {
    expect(ruleIdsOnly(ID, files(check))).toEqual([]);
  });
});
