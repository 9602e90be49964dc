/** ECR code by kind, right and wrong by the schema alone; Terraform says which. */
export interface SchemaCase {
  readonly kind: string;
  readonly text: string;
}

const resource = (type: string, body: string) => `resource "${type}" "a" {\n${body}}\n`;
const data = (type: string, body: string) => `data "${type}" "a" {\n${body}}\n`;
const repository = (body: string) => resource('aws_ecr_repository', body);
const named = (body: string) => repository(`  name = "team/api"\n${body}`);
const scanning = (body: string) =>
  resource('aws_ecr_registry_scanning_configuration', `  scan_type = "BASIC"\n${body}`);
const rule = (body: string) => scanning(`  rule {\n    scan_frequency = "MANUAL"\n${body}  }\n`);
const FILTER = '    repository_filter {\n      filter      = "*"\n      filter_type = "WILDCARD"\n    }\n';
const replicated = (body: string) =>
  resource('aws_ecr_replication_configuration', `  replication_configuration {\n    rule {\n${body}    }\n  }\n`);
const DESTINATION =
  '      destination {\n        region      = "eu-west-1"\n        registry_id = "111122223333"\n      }\n';
const policy = (value: string) => resource('aws_ecr_registry_policy', `  policy = ${value}\n`);
const document = (body: string) =>
  data(
    'aws_ecr_lifecycle_policy_document',
    `  rule {\n    priority = 1\n    selection {\n      tag_status   = "any"\n      count_type   = "imageCountMoreThan"\n      count_number = 3\n    }\n${body}  }\n`,
  );
const SCAN = '  image_scanning_configuration {\n    scan_on_push = true\n  }\n';

const BY_KIND: Readonly<Record<string, readonly string[]>> = {
  'required argument of a resource': [
    repository(''),
    named(''),
    resource('aws_ecr_registry_policy', ''),
    resource('aws_ecr_repository_policy', '  repository = "ab"\n'),
    resource('aws_ecrpublic_repository', ''),
  ],
  'required argument of a data source': [
    data('aws_ecr_repository', ''),
    data('aws_ecr_images', '  repository_name = "ab"\n'),
    data('aws_ecr_repositories', ''),
  ],
  'required argument of a nested block': [
    named('  image_scanning_configuration {\n  }\n'),
    rule('    repository_filter {\n      filter = "*"\n    }\n'),
    replicated('      destination {\n        region = "eu-west-1"\n      }\n'),
  ],
  'null for a required argument': [
    repository('  name = null\n'),
    resource('aws_ecr_repository_policy', '  repository = "ab"\n  policy     = null\n'),
    named('  tags = null\n'),
  ],
  'unknown argument': [
    named('  mutable = true\n'),
    resource('aws_ecrpublic_repository', '  repository_name = "ab"\n  force_delete    = true\n'),
    named('  force_delete = true\n'),
  ],
  'unknown argument of a data source': [
    data('aws_ecr_image', '  repository = "ab"\n  image_tag  = "a"\n'),
    data('aws_ecr_repository', '  name = "ab"\n  tag  = "a"\n'),
  ],
  'unknown nested argument': [
    named('  image_scanning_configuration {\n    scan_on_push = true\n    scan         = true\n  }\n'),
    document('    action {\n      type = "expire"\n      days = 3\n    }\n'),
  ],
  'unknown block': [named('  scanning {\n  }\n'), rule(`${FILTER}    filters {\n    }\n`)],
  bool: [
    named('  force_delete = "yes"\n'),
    named('  force_delete = "true"\n'),
    named('  force_delete = 1\n'),
    named('  image_scanning_configuration {\n    scan_on_push = "on"\n  }\n'),
  ],
  string: [repository('  name = ["a"]\n'), repository('  name = { a = 1 }\n'), repository('  name = 12\n')],
  'set of strings': [
    resource('aws_ecr_repository_creation_template', '  prefix      = "a"\n  applied_for = "REPLICATION"\n'),
    resource('aws_ecr_repository_creation_template', '  prefix      = "a"\n  applied_for = ["REPLICATION"]\n'),
    resource('aws_ecr_repository_creation_template', '  prefix      = "a"\n  applied_for = toset(["REPLICATION"])\n'),
  ],
  'map of strings': [
    named('  tags = [{ Key = "a" }]\n'),
    named('  tags = { a = ["b"] }\n'),
    named('  tags = { a = 1, b = true }\n'),
    named('  tags = "a"\n'),
  ],
  number: [
    data(
      'aws_ecr_lifecycle_policy_document',
      '  rule {\n    priority = "first"\n    selection {\n      tag_status   = "any"\n      count_type   = "imageCountMoreThan"\n      count_number = 3\n    }\n  }\n',
    ),
    document(''),
  ],
  'object where text is wanted': [policy('{}'), policy('[]'), policy('jsonencode({})'), policy('merge({ a = 1 }, {})')],
  'value through a local': [
    `locals {\n  on = "yes"\n}\n${named('  force_delete = local.on\n')}`,
    `locals {\n  name = ["a"]\n}\n${repository('  name = local.name\n')}`,
    `locals {\n  on = "true"\n}\n${named('  force_delete = local.on\n')}`,
  ],
  'computed attribute': [named('  repository_url = "x"\n'), named('  arn = "x"\n'), named('  arn = null\n')],
  'too many blocks': [
    named(`${SCAN}${SCAN}`),
    named(SCAN),
    replicated(DESTINATION.repeat(26)),
    replicated(DESTINATION.repeat(25)),
    resource('aws_ecrpublic_repository', '  repository_name = "ab"\n  catalog_data {\n  }\n  catalog_data {\n  }\n'),
  ],
  'too few blocks': [
    replicated(''),
    replicated(DESTINATION),
    scanning('  rule {\n    scan_frequency = "MANUAL"\n  }\n'),
    rule(FILTER),
    scanning(''),
    resource('aws_ecr_replication_configuration', ''),
  ],
  'label of a nested block': [named(SCAN.replace('configuration {', 'configuration "x" {'))],
  'dynamic blocks': [
    replicated(
      '      dynamic "destination" {\n        for_each = []\n        content {\n          region      = "eu-west-1"\n          registry_id = "1"\n        }\n      }\n',
    ),
    named(
      '  dynamic "image_scanning_configuration" {\n    for_each = [true, false]\n    content {\n      scan_on_push = true\n    }\n  }\n',
    ),
    named('  dynamic "image_scanning_configuration" {\n    for_each = [true]\n    content {\n    }\n  }\n'),
    named(
      '  dynamic "image_scanning_configuration" {\n    for_each = [true]\n    content {\n      scan_on_push = image_scanning_configuration.value\n    }\n  }\n',
    ),
    named(
      '  dynamic "image_scanning_configuration" {\n    for_each = ["no way"]\n    content {\n      scan_on_push = image_scanning_configuration.value\n    }\n  }\n',
    ),
  ],
  'ephemeral resource': [
    'ephemeral "aws_ecr_authorization_token" "a" {\n}\n',
    'ephemeral "aws_ecr_authorization_token" "a" {\n  registry_id = "111122223333"\n}\n',
  ],
  'type, labels and name': [
    'resource "aws_ecr_repositry" "a" {\n  name = "ab"\n}\n',
    'resource "aws_ecr_repositories" "a" {\n}\n',
    'data "aws_ecr_repositories" "a" {\n}\n',
    'data "aws_ecr_lifecycle_policy" "a" {\n  repository = "ab"\n}\n',
    'ephemeral "aws_ecr_repository" "a" {\n  name = "ab"\n}\n',
    'resource "aws_ecr_repository" {\n  name = "ab"\n}\n',
    'resource "aws_ecr_repository" "a" "b" {\n  name = "ab"\n}\n',
    'resource "aws_ecr_repository" "my app" {\n  name = "ab"\n}\n',
    'resource "aws_ecr_repository" "_a-1" {\n  name = "ab"\n}\n',
    'resource "aws_ecr_repository" "a" {\n  name = "ab"\n}\nresource "aws_ecr_repository" "a" {\n  name = "cd"\n}\n',
    'resource "aws_ecr_repository" "a" {\n  name = "ab"\n}\ndata "aws_ecr_repository" "a" {\n  name = "cd"\n}\n',
  ],
  'block without instances': [
    repository('  count = 0\n'),
    repository('  count        = 0\n  name         = "ab"\n  force_delete = "yes"\n'),
  ],
};

export const SCHEMA_CASES: readonly SchemaCase[] = Object.entries(BY_KIND).flatMap(([kind, texts]) =>
  texts.map((text) => ({ kind, text })),
);
