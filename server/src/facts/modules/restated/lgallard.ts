import type { Restated, Shape } from './restated.ts';
import { exclusionFilters, lineFor } from './restated.ts';

/** lgallard/ecr/aws. Source: `main.tf` of its tags. Read 2026-11-29. The keys that it makes itself are not restated. */
export function restateLgallard(shape: Shape): Restated {
  return {
    code: `
resource "aws_ecr_repository" "repo" {
  name                 = var.name
  image_tag_mutability = var.image_tag_mutability
  ${lineFor(shape, 'force_delete', 'force_delete = var.force_delete')}
  ${exclusionFilters(shape, 'image_tag_mutability_exclusion_filters')}
  ${lineFor(shape, 'scan_on_push', SCANNING)}
}

resource "aws_ecr_repository_policy" "policy" {
  count      = var.policy == null ? 0 : 1
  repository = aws_ecr_repository.repo.name
  policy     = var.policy
}
${shape.has('lifecycle_policy_template') ? HELPERS : ONE_POLICY}
${lineFor(shape, 'pull_through_cache_rules', CACHE)}
`,
    values: {
      repository_name: 'aws_ecr_repository.repo.name',
      repository_url: 'aws_ecr_repository.repo.repository_url',
      registry_id: 'aws_ecr_repository.repo.registry_id',
      name: 'aws_ecr_repository.repo.name',
      arn: 'aws_ecr_repository.repo.arn',
      // Up to 0.25.0 the output contains the id, which is the name.
      repository_arn: shape.since('0.25.1') ? 'aws_ecr_repository.repo.arn' : 'aws_ecr_repository.repo.name',
      lifecycle_policy: shape.has('lifecycle_policy_template') ? 'local.lifecycle_policy' : 'var.lifecycle_policy',
    },
  };
}

const SCANNING = `
  image_scanning_configuration {
    scan_on_push = try(var.image_scanning_configuration.scan_on_push, var.scan_on_push)
  }`;

const ONE_POLICY = `
resource "aws_ecr_lifecycle_policy" "lifecycle_policy" {
  count      = var.lifecycle_policy == null ? 0 : 1
  repository = aws_ecr_repository.repo.name
  policy     = var.lifecycle_policy
}`;

const untagged = (days: string) =>
  `{ tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = ${days} }`;
const kept = (prefixes: string, count: number) =>
  `{ tagStatus = "tagged", tagPrefixList = [${prefixes}], countType = "imageCountMoreThan", countNumber = ${count} }`;
const anyOf = (days: string) =>
  `{ tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = ${days} }`;

const HELPERS = `
locals {
  templates = {
    development       = [${untagged('7')}, ${kept('"dev", "feature"', 50)}]
    production        = [${untagged('14')}, ${kept('"v", "release", "prod"', 100)}, ${anyOf('90')}]
    compliance        = [${untagged('30')}, ${kept('"v", "release", "audit"', 200)}, ${anyOf('365')}]
    cost_optimization = [${untagged('3')}, { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 10 }, ${anyOf('30')}]
  }
  helped = concat(
    [for days in [var.lifecycle_expire_untagged_after_days] : ${untagged('days')} if days != null],
    [for count in [var.lifecycle_keep_latest_n_images] : merge(
      {
        tagStatus   = length(var.lifecycle_tag_prefixes_to_keep) > 0 ? "tagged" : "any"
        countType   = "imageCountMoreThan"
        countNumber = count
      },
      { for key, list in { tagPrefixList = var.lifecycle_tag_prefixes_to_keep } : key => list if length(list) > 0 },
    ) if count != null],
    [for days in [var.lifecycle_expire_tagged_after_days] : ${anyOf('days')} if days != null],
  )
  selections = concat(
    [for selection in local.helped : selection if var.lifecycle_policy_template == null],
    [for selection in local.templates.development : selection if var.lifecycle_policy_template == "development"],
    [for selection in local.templates.production : selection if var.lifecycle_policy_template == "production"],
    [for selection in local.templates.compliance : selection if var.lifecycle_policy_template == "compliance"],
    [for selection in local.templates.cost_optimization : selection if var.lifecycle_policy_template == "cost_optimization"],
  )
  is_own     = var.lifecycle_policy == null ? false : var.lifecycle_policy != ""
  lifecycle_policy = local.is_own ? var.lifecycle_policy : jsonencode({
    rules = [for index, selection in local.selections : {
      rulePriority = index + 1
      selection    = selection
      action       = { type = "expire" }
    }]
  })
}

resource "aws_ecr_lifecycle_policy" "lifecycle_policy" {
  count      = local.is_own || length(local.selections) > 0 ? 1 : 0
  repository = aws_ecr_repository.repo.name
  policy     = local.lifecycle_policy
}`;

const CACHE = `
resource "aws_ecr_pull_through_cache_rule" "cache_rule" {
  for_each              = { for rule in var.pull_through_cache_rules : rule.ecr_repository_prefix => rule if var.enable_pull_through_cache }
  ecr_repository_prefix = each.value.ecr_repository_prefix
  upstream_registry_url = each.value.upstream_registry_url
  credential_arn        = each.value.credential_arn
}`;
