import { describe, expect, it } from 'vitest';
import { ruleIds } from '../support/checkProblems.ts';

const POLICY = `jsonencode({
    rules = [
      {
        rulePriority = 1,
        description  = "Keep last 30 images",
        selection = {
          tagStatus     = "tagged",
          tagPrefixList = ["v"],
          countType     = "imageCountMoreThan",
          countNumber   = 30
        },
        action = { type = "expire" }
      }
    ]
  })`;
/** A file that a call reads. */
const JSON_POLICY =
  '{"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":30},"action":{"type":"expire"}}]}';

const call = (source: string, body: string, version = '') =>
  `module "ecr" {\n  source  = "${source}"\n${version === '' ? '' : `  version = "${version}"\n`}\n${body}\n}\n`;
const tam = (body: string, version = '~> 2.0') => call('terraform-aws-modules/ecr/aws', body, version);
const cloudposse = (body: string, version = '0.35.0') => call('cloudposse/ecr/aws', body, version);
const lgallard = (body: string, version = '2.1.1') => call('lgallard/ecr/aws', body, version);
const MOJ = 'github.com/ministryofjustice/cloud-platform-terraform-ecr-credentials?ref=8.0.0';

/** What that module asks of every call from 6.0.0 on. */
const MOJ_REQUIRED = [
  'application',
  'environment_name',
  'infrastructure_support',
  'is_production',
  'namespace',
  'team_name',
]
  .map((name) => `  ${name} = var.${name}\n`)
  .join('');

/** Calls in the shapes that people publish. */
const CALLS: readonly string[] = [
  tam(
    `  repository_name = "private-example"\n  repository_read_write_access_arns = ["arn:aws:iam::012345678901:role/terraform"]\n  repository_lifecycle_policy = ${POLICY}\n  tags = { Terraform = "true" }`,
    '1.6.0',
  ),
  tam(
    `  repository_name = local.name\n  repository_read_write_access_arns = [data.aws_caller_identity.current.arn]\n  create_lifecycle_policy = true\n  repository_lifecycle_policy = ${POLICY}\n  repository_force_delete = true\n  tags = local.tags`,
  ),
  tam(
    `  repository_name = "public-example"\n  repository_type = "public"\n  repository_read_write_access_arns = [data.aws_caller_identity.current.arn]\n  public_repository_catalog_data = {\n    description       = "Docker container for some things"\n    about_text        = file("${'$'}{path.module}/files/ABOUT.md")\n    operating_systems = ["Linux"]\n    architectures     = ["x86"]\n  }`,
  ),
  tam(
    `  create_repository = false\n  create_registry_policy = true\n  registry_policy = data.aws_iam_policy_document.registry.json\n  registry_pull_through_cache_rules = {\n    pub = {\n      ecr_repository_prefix = "ecr-public"\n      upstream_registry_url = "public.ecr.aws"\n    }\n  }\n  manage_registry_scanning_configuration = true\n  registry_scan_type = "ENHANCED"\n  registry_scan_rules = [\n    {\n      scan_frequency = "SCAN_ON_PUSH"\n      filter = [\n        { filter = "example1", filter_type = "WILDCARD" },\n        { filter = "example2", filter_type = "WILDCARD" }\n      ]\n    }\n  ]\n  create_registry_replication_configuration = true\n  registry_replication_rules = [\n    {\n      destinations = [{\n        region      = "us-west-2"\n        registry_id = "012345678901"\n      }]\n      repository_filters = [{\n        filter      = "prod-microservice"\n        filter_type = "PREFIX_MATCH"\n      }]\n    }\n  ]`,
  ),
  tam(
    `  for_each = toset(var.repositories)\n  repository_name = each.value\n  repository_image_tag_mutability = "MUTABLE"\n  repository_lifecycle_policy = ${POLICY}`,
    '1.5.1',
  ),
  tam(
    `  for_each = var.repos\n  repository_name = each.key\n  repository_image_tag_mutability = lookup(each.value, "mutability", "IMMUTABLE")\n  repository_lifecycle_policy = jsonencode(each.value.policy)`,
  ),
  tam(`  repository_name = "app"\n  create_lifecycle_policy = false`, '~> 3.0'),
  tam(
    `  repository_name = "app"\n  repository_encryption_type = "KMS"\n  repository_kms_key = aws_kms_key.ecr.arn\n  create_lifecycle_policy = false`,
    '2.3.1',
  ),
  tam(
    `  repository_name = "app"\n  repository_encryption_type = "KMS"\n  repository_kms_key = module.kms.key_arn\n  attach_repository_policy = false\n  repository_lifecycle_policy = file("${'$'}{path.module}/policy.json")`,
    '>= 1.6',
  ),
  tam(
    `  repository_name = "app"\n  repository_lambda_read_access_arns = [module.lambda.lambda_function_arn]\n  repository_lifecycle_policy = ${POLICY}`,
  ),
  tam(
    `  repository_name = "app"\n  create_lifecycle_policy = false\n  create_repository_policy = false\n  repository_policy = data.aws_iam_policy_document.ecr.json`,
  ),
  tam(
    `  repository_name = "app"\n  create_lifecycle_policy = false\n  repository_policy_statements = {\n    lambda = {\n      sid = "Lambda"\n      actions = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]\n      principals = [{ type = "Service", identifiers = ["lambda.amazonaws.com"] }]\n      conditions = [{ test = "StringLike", variable = "aws:sourceArn", values = ["arn:aws:lambda:eu-west-1:012345678901:function:*"] }]\n    }\n  }`,
    '3.1.0',
  ),
  tam(
    `  count = var.create ? 1 : 0\n  repository_name = "${'$'}{var.env}-app"\n  repository_lifecycle_policy = var.policy\n  repository_read_access_arns = var.arns`,
  ),
  tam(
    `  repository_name = "app"\n  repository_image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"\n  repository_image_tag_mutability_exclusion_filter = [\n    { filter = "latest*", filter_type = "WILDCARD" },\n    { filter = "dev-*", filter_type = "WILDCARD" }\n  ]\n  create_lifecycle_policy = false`,
    '~> 3.1',
  ),
  tam(
    `  repository_name = "app"\n  repository_lifecycle_policy = <<EOF\n{\n  "rules": [\n    {\n      "rulePriority": 1,\n      "description": "Expire images older than 14 days",\n      "selection": {\n        "tagStatus": "untagged",\n        "countType": "sinceImagePushed",\n        "countUnit": "days",\n        "countNumber": 14\n      },\n      "action": {\n        "type": "expire"\n      }\n    }\n  ]\n}\nEOF`,
    '1.7.1',
  ),
  call(
    'git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=v1.6.0',
    `  repository_name = "app"\n  repository_lifecycle_policy = ${POLICY}`,
  ),
  call(
    'git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=9f4b587846551110b0db199ea5599f016570fefe',
    `  repository_name = "app"\n  repository_lifecycle_policy = ${POLICY}`,
  ),
  call(
    'terraform-aws-modules/ecr/aws//modules/repository-template',
    `  description   = "Pull through cache repository template for ${'$'}{local.name}"\n  prefix        = "public-ecr"\n  resource_tags = local.tags\n  lifecycle_policy = ${POLICY}\n  create_pull_through_cache_rule = true\n  upstream_registry_url          = "public.ecr.aws"\n  tags = local.tags`,
    '~> 2.4',
  ),
  call(
    'terraform-aws-modules/ecr/aws//modules/repository-template',
    `  prefix = "docker-hub"\n  create_pull_through_cache_rule = true\n  upstream_registry_url = "registry-1.docker.io"\n  credential_arn = module.secrets.secret_arn`,
    '2.4.0',
  ),
  call(
    'terraform-aws-modules/ecr/aws//wrappers',
    `  defaults = {\n    create_lifecycle_policy = false\n  }\n  items = {\n    app = { repository_name = "app" }\n  }`,
    '~> 2.0',
  ),
  cloudposse(
    `  namespace = "eg"\n  stage = "test"\n  name = "ecr"\n  principals_full_access = [data.aws_iam_role.ecr.arn]`,
    '0.32.2',
  ),
  cloudposse(
    `  name = "app"\n  max_image_count = 100\n  image_tag_mutability = "MUTABLE"\n  scan_images_on_push = true\n  use_fullname = false\n  context = module.label.context`,
  ),
  cloudposse(
    `  image_names = ["app/api", "app/web"]\n  encryption_configuration = {\n    encryption_type = "KMS"\n    kms_key = aws_kms_key.k.arn\n  }\n  force_delete = true\n  context = module.this.context`,
    '0.36.0',
  ),
  cloudposse(
    `  enabled = var.enabled\n  name = "app"\n  protected_tags = ["latest", "prod"]\n  principals_readonly_access = formatlist("arn:aws:iam::%s:root", var.accounts)\n  principals_lambda = ["012345678901"]`,
    '0.40.1',
  ),
  cloudposse(`  name = "app"\n  enable_lifecycle_policy = false\n  tags = { a = "b" }`, '~> 0.42'),
  cloudposse(
    `  name = "app"\n  custom_lifecycle_rules = [\n    {\n      selection = {\n        tagStatus = "tagged"\n        tagPatternList = ["pr-*"]\n        countType = "sinceImagePushed"\n        countUnit = "days"\n        countNumber = 14\n      }\n      action = { type = "expire" }\n    }\n  ]`,
    '1.0.0',
  ),
  cloudposse(
    `  name = "app"\n  organizations_readonly_access = [var.organization_id]\n  replication_configurations = [{\n    rules = [{\n      destinations = [{ region = "eu-west-1", registry_id = "012345678901" }]\n      repository_filters = []\n    }]\n  }]`,
    '0.44.0',
  ),
  cloudposse(`  name = "app"\n  time_based_rotation = true\n  max_image_count = 90`, '0.42.1'),
  call(
    'git::https://github.com/cloudposse/terraform-aws-ecr.git?ref=tags/0.32.3',
    `  namespace = var.namespace\n  stage = var.stage\n  name = var.name\n  image_names = var.image_names`,
  ),
  call(
    'git::https://github.com/cloudposse/terraform-aws-ecr.git?ref=master',
    `  name = "app"\n  roles_somewhere_else = null`,
  ).replace('  roles_somewhere_else = null\n', ''),
  lgallard(
    `  name = "alpine"\n  scan_on_push = true\n  timeouts = { delete = "60m" }\n  image_tag_mutability = "MUTABLE"\n  prevent_destroy = true\n  tags = { Owner = "me" }`,
  ),
  lgallard(
    `  name = "app"\n  lifecycle_policy = ${POLICY}\n  policy = data.aws_iam_policy_document.p.json\n  encryption_type = "KMS"`,
    '0.28.0',
  ),
  lgallard(
    `  name = "app"\n  enable_replication = true\n  replication_regions = ["eu-west-1"]\n  lifecycle_keep_latest_n_images = 30\n  lifecycle_expire_untagged_after_days = 7`,
  ),
  lgallard(`  name = "app"\n  scan_on_push = true\n  timeouts_delete = "60m"`, '0.3.2'),
  call(
    MOJ,
    `${MOJ_REQUIRED}  repo_name = "app"\n  oidc_providers = ["github"]\n  github_repositories = ["app"]\n  lifecycle_policy = <<EOF\n{\n  "rules": [\n    {\n      "rulePriority": 1,\n      "description": "Expire untagged images older than 14 days",\n      "selection": {\n        "tagStatus": "untagged",\n        "countType": "sinceImagePushed",\n        "countUnit": "days",\n        "countNumber": 14\n      },\n      "action": {\n        "type": "expire"\n      }\n    }\n  ]\n}\nEOF\n  business_unit = var.business_unit`,
  ),
  call(
    MOJ,
    `${MOJ_REQUIRED}  business_unit = var.business_unit\n  repo_name = "app"\n  canned_lifecycle_policy = {\n    type = "days"\n    count = 10\n  }`,
  ),
  call('trussworks/ecr-repo/aws', `  container_name = "app"\n  lifecycle_policy = ${POLICY}`, '3.1.1'),
  call(
    'terraform-module/ecr/aws',
    `  ecrs = {\n    api = {\n      tags = { Service = "api" }\n      lifecycle_policy = {\n        rules = [{\n          rulePriority = 1\n          description  = "keep last 50 images"\n          action       = { type = "expire" }\n          selection = {\n            tagStatus   = "any"\n            countType   = "imageCountMoreThan"\n            countNumber = 50\n          }\n        }]\n      }\n    }\n  }`,
    '~> 1.0',
  ),
  call(
    'mineiros-io/ecr/aws',
    `  name = "app"\n  immutable = true\n  lifecycle_policy_rules = [{\n    rulePriority = 1\n    description = "keep"\n    selection = {\n      tagStatus = "any"\n      countType = "imageCountMoreThan"\n      countNumber = 10\n    }\n    action = { type = "expire" }\n  }]`,
    '~> 0.6.0',
  ),
  call('clouddrove/ecr/aws', `  name = "app"\n  enable_private_ecr = true\n  max_image_count = 7`, '1.3.2'),
  call('boldlink/ecr/aws', `  name = "app"\n  repository_policy = ${POLICY}`, '1.0.0').replace(
    `  repository_policy = ${POLICY}\n`,
    '',
  ),
  call('infrahouse/ecr/aws', `  service_name = "app"\n  tag_prefix_list = ["v"]\n  expire_count_tagged = 3`, '0.7.0'),
  call(
    'geekcell/ecr-repository/aws',
    `  name = "app"\n  lifecycle_rules = [{ priority = 1, selection = { tag_status = "any", count_type = "imageCountMoreThan", count_number = 3 } }]`,
    '>= 1.0.0',
  ),
];

describe('calls in the shapes that people publish', () => {
  it('are many', () => {
    expect(CALLS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(CALLS)('have no error and no warning: %s', (text) => {
    expect(
      ruleIds({ 'main.tf': text, 'policy.json': JSON_POLICY }).filter((id) => /^(error|warning)/.test(id)),
    ).toEqual([]);
  });
});
