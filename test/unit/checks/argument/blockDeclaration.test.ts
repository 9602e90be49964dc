import { describe, expect, it } from 'vitest';
import { checkOnly, fix, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'block-declaration';
const NEWER =
  'terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n      version = ">= 6.0"\n    }\n  }\n}\n';
const OLDER = NEWER.replace('>= 6.0', '~> 5.40');

describe(ID, () => {
  it('speaks of types that there are not, with what is meant', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_repositry" "a" {}
         ^^^^^^^^^^^^^^^^^^^ error block-declaration The nearest name is aws_ecr_repository.
resource "aws_ecr_repositories" "b" {}
         ^^^^^^^^^^^^^^^^^^^^^^ error block-declaration It is a data source.
data "aws_ecr_lifecycle_policy" "c" {}
     ^^^^^^^^^^^^^^^^^^^^^^^^^^ error block-declaration It is a resource.
resource "aws_ecr_lifecycle_policy_document" "d" {}
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error block-declaration It is a data source.
resource "aws_ecr_replication" "e" {}
         ^^^^^^^^^^^^^^^^^^^^^ error block-declaration is not a resource of the AWS provider
ephemeral "aws_ecr_authorisation_token" "f" {}
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error block-declaration aws_ecr_authorization_token
resource "aws_ecr_pull_through_cache_rules" "g" {}
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error block-declaration aws_ecr_pull_through_cache_rule.
`,
    );
  });

  it('speaks of labels', () => {
    checkOnly(
      ID,
      `
resource "aws_ecr_repository" {}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error block-declaration needs a name
resource "aws_ecr_repository" "a" "b" {}
                                  ^^^ error block-declaration two labels
resource "aws_ecr_repository" "my app" {}
                              ^^^^^^^^ error block-declaration A name has letters
resource "aws_ecr_repository" "1st" {}
                              ^^^^^ error block-declaration A name has letters
`,
    );
  });

  it('speaks of what is declared twice, on the later of the two', () => {
    checkOnly(ID, {
      'a.tf':
        'resource "aws_ecr_repository" "a" {}\ndata "aws_ecr_repository" "a" {}\nresource "aws_ecr_repository" "b" {}',
      'b.tf':
        'resource "aws_ecr_repository" "a" {}\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error block-declaration declared twice',
      'b_override.tf': 'resource "aws_ecr_repository" "a" {}\n',
    });
  });

  it.each([
    ['nothing that it knows', 'resource "aws_ecr_repository" "a-b_c" {}\ndata "aws_ecr_repository" "a" {}\n'],
    ['other services', 'resource "aws_ecs_repositry" "a" {}\nresource "aws_instance" {}\n'],
    ['other blocks', 'module "aws_ecr_x" {}\noutput "aws_ecr_x" {}\nlist "aws_ecr_repository" "a" {}\n'],
    ['a block being typed', 'resource "aws_ecr_repository" "a" {\n  name = \n'],
  ])('is silent on %s', (_, text) => {
    expect(ruleIdsOnly(ID, text)).toEqual([]);
  });

  it('hints at a type that a newer provider may have', () => {
    const text = 'resource "aws_ecr_signing_configuration" "a" {}\n';
    expect(ruleIdsOnly(ID, text)).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, OLDER + text)).toEqual([`error ${ID}`]);
    expect(ruleIdsOnly(ID, NEWER + text)).toEqual([`hint ${ID}`]);
    expect(ruleIdsOnly(ID, `${NEWER}resource "aws_ecr_repositry" "a" {}\n`)).toEqual([`error ${ID}`]);
  });

  it('mends the type and the kind', () => {
    expect(
      fix(
        'resource "aws_ecr_acount_setting" "a" {\n  name = "BLOB_MOUNTING"\n  value = "ENABLED"\n}\n',
        'Change it to aws_ecr_account_setting',
      ),
    ).toContain('resource "aws_ecr_account_setting" "a"');
    expect(fix('resource "aws_ecr_repositories" "a" {}\n', 'Change it to data')).toBe(
      'data "aws_ecr_repositories" "a" {}\n',
    );
  });
});
