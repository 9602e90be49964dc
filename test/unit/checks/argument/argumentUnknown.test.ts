import { describe, expect, it } from 'vitest';
import { Module } from '../../../../server/src/module/module.ts';
import { problemsByFile } from '../../../../server/src/problems/fileProblems.ts';
import { ProblemFinder } from '../../../../server/src/problems/problemFinder.ts';
import { checkOnly, fix, fixTitlesOnly, onlyCheck, ruleIdsOnly } from '../../support/checkProblems.ts';

const ID = 'argument-unknown';

const POLICY = `
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = var.policy
}
`;

const repository = (body: string, mutability = 'image_tag_mutability') => `resource "aws_ecr_repository" "app" {
  name                 = "app"
  ${mutability.padEnd(20)} = "IMMUTABLE"
${body}
  image_scanning_configuration {
    scan_on_push = true
  }
}
${POLICY}`;

const UNKNOWN = ['error argument-unknown'];

describe(ID, () => {
  it('is reported at the name', () => {
    checkOnly(ID, repository('  immutable = true\n  ^^^^^^^^^ error argument-unknown no argument "immutable"\n'));
    checkOnly(ID, repository('  lifecycle_rule {\n  ^^^^^^^^^^^^^^ error argument-unknown no block\n  }\n'));
    checkOnly(
      ID,
      repository('  timeouts {\n    create = "5m"\n    ^^^^^^ error argument-unknown timeouts has no\n  }\n'),
    );
    checkOnly(
      ID,
      repository(
        '  dynamic "tag" {\n          ^^^^^ error argument-unknown no block "tag"\n    for_each = var.tags\n    content {\n    }\n  }\n',
      ),
    );
    checkOnly(
      ID,
      repository(
        '  dynamic "timeouts" {\n    for_each = var.tags\n    content {\n      create = 1\n      ^^^^^^ error argument-unknown\n    }\n  }\n',
      ),
    );
    checkOnly(
      ID,
      'resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = var.policy\n  tags       = {}\n  ^^^^ error argument-unknown\n}\n',
    );
  });

  it('says where a name is known', () => {
    checkOnly(ID, repository('  scan_on_push = true\n  ^^^^^^^^^^^^ error argument-unknown belongs in image_scann\n'));
    checkOnly(ID, repository('  tags {\n  ^^^^ error argument-unknown It is an argument: tags = …\n  }\n'));
    checkOnly(ID, repository('  timeouts = {}\n  ^^^^^^^^ error argument-unknown It is a block: timeouts { … }\n'));
  });

  it.each([
    '  for_each = toset(["a"])\n  provider = aws.eu\n  depends_on = []\n  region = "eu-west-1"\n  tags = {}\n  tags_all = {}\n',
    '  force_delete = false\n\n  lifecycle {\n    anything = 1\n  }\n',
    '  provisioner "local-exec" {\n    command = "x"\n  }\n\n  connection {\n    host = "h"\n  }\n\n  _ {\n    count = 1\n  }\n',
    '  arn = "x"\n',
    '  timeouts {\n    delete = "5m"\n  }\n',
    '  dynamic "encryption_configuration" {\n    for_each = var.x\n    iterator = each_key\n    labels   = []\n    content {\n      encryption_type = "KMS"\n    }\n  }\n',
    '  scan_on_pu\n',
  ])('knows %s', (body) => {
    expect(ruleIdsOnly(ID, repository(body))).not.toContain(UNKNOWN[0]);
  });

  it('says nothing where braces do not close, and about other types', () => {
    expect(
      ruleIdsOnly(ID, 'resource "aws_ecr_repository" "app" {\n  name = "app"\n  timeouts {\n  tags = {}\n}\n'),
    ).not.toContain(UNKNOWN[0]);
    expect(ruleIdsOnly(ID, 'resource "aws_ecs_cluster" "p" {\n  anything = 1\n}\n')).toEqual([]);
    expect(ruleIdsOnly(ID, 'list "aws_ecr_repository" "p" {\n  anything = 1\n}\n')).toEqual([]);
  });

  it.each([
    'resource "aws_ecr_registry_policy" "p" {\n  anything = 1\n}\n',
    'resource "aws_ecr_pull_through_cache_rule" "p" {\n  credentials_arn = "a"\n}\n',
    'resource "aws_ecrpublic_repository" "p" {\n  image_tag_mutability = "MUTABLE"\n}\n',
    'resource "aws_ecr_replication_configuration" "p" {\n  replication_configuration {\n    rule {\n      destination {\n        registry = "1"\n      }\n    }\n  }\n}\n',
    'data "aws_ecr_repository" "p" {\n  anything = 1\n}\n',
    'data "aws_ecr_image" "p" {\n  repository = "app"\n}\n',
    'data "aws_ecr_lifecycle_policy_document" "p" {\n  rule {\n    rulePriority = 1\n  }\n}\n',
    'ephemeral "aws_ecr_authorization_token" "p" {\n  registry_id = "111122223333"\n}\n',
  ])('knows every type of ECR: %s', (text) => {
    expect(ruleIdsOnly(ID, text)).toEqual(UNKNOWN);
  });

  it('writes the nearest name', () => {
    const wrong = repository('', 'image_tag_mutabilty');
    expect(ruleIdsOnly(ID, wrong)).toEqual(UNKNOWN);
    expect(fix(wrong, 'Rename it to image_tag_mutability')).toBe(repository(''));
    expect(fix(repository('  forcedelete = false\n'), 'Rename it to force_delete')).toBe(
      repository('  force_delete = false\n'),
    );
    const block = repository('').replace('image_scanning_configuration', 'image_scan_configuration');
    expect(ruleIdsOnly(ID, block)).toEqual(UNKNOWN);
    expect(fix(block, 'Rename it to image_scanning_configuration')).toBe(repository(''));
    expect(fixTitlesOnly(ID, repository('  nam = "x"\n'))).toEqual([]);
    expect(fixTitlesOnly(ID, repository('  immutable = true\n'))).toEqual([]);
  });

  it('is left to a companion that reports it', () => {
    const module = new Module();
    module.setFile('a.tf', repository('  immutable = true\n'));
    const finder = new ProblemFinder(() => undefined, onlyCheck(ID));
    expect(problemsByFile(finder, module, { rules: {}, companionReports: false }).get('a.tf')).toHaveLength(1);
    expect(problemsByFile(finder, module, { rules: {}, companionReports: true }).get('a.tf')).toEqual([]);
  });
});
