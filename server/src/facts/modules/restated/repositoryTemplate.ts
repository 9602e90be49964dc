import { accessDocument } from './accessDocument.ts';
import type { Restated, Shape } from './restated.ts';
import { exclusionFilters } from './restated.ts';

/** The template for repositories of terraform-aws-modules. Source: `main.tf` of its tags 2.3.0 to 3.2.0. Read 2026-11-29. */
export function restateRepositoryTemplate(shape: Shape): Restated {
  return {
    code: `
resource "aws_ecr_repository_creation_template" "this" {
  count                = var.create ? 1 : 0
  prefix               = var.prefix
  applied_for          = var.applied_for
  description          = var.description
  image_tag_mutability = var.image_tag_mutability
  lifecycle_policy     = var.lifecycle_policy
  resource_tags        = var.resource_tags
  repository_policy    = var.create_repository_policy ? data.aws_iam_policy_document.repository.json : var.repository_policy
  custom_role_arn      = var.create_iam_role ? terraform_data.unknown.output : var.custom_role_arn

  encryption_configuration {
    encryption_type = var.encryption_type
    kms_key         = var.encryption_type == "KMS" ? var.kms_key_arn : null
  }
  ${exclusionFilters(shape, 'image_tag_mutability_exclusion_filter')}
}

resource "aws_ecr_pull_through_cache_rule" "this" {
  count                 = var.create && var.create_pull_through_cache_rule ? 1 : 0
  ecr_repository_prefix = var.prefix
  upstream_registry_url = var.upstream_registry_url
  credential_arn        = var.credential_arn
}
${accessDocument(shape)}
`,
    values: {},
  };
}
