import { accessDocument } from './accessDocument.ts';
import { registryParts } from './registryParts.ts';
import type { Restated, Shape } from './restated.ts';
import { exclusionFilters, lineFor } from './restated.ts';

/** terraform-aws-modules/ecr/aws. Source: `main.tf` of its tags 1.0.0 to 3.2.0. Read 2026-11-29. */
export function restateTerraformAwsModules(shape: Shape): Restated {
  const gate = (input: string) => (shape.has(input) ? ` && var.${input}` : '');
  return {
    code: `
locals {
  is_private = var.create && var.create_repository && var.repository_type == "private"
  is_public  = var.create && var.create_repository && var.repository_type == "public"
}

resource "aws_ecr_repository" "this" {
  count                = local.is_private ? 1 : 0
  name                 = var.repository_name
  image_tag_mutability = var.repository_image_tag_mutability
  tags                 = var.tags
  ${lineFor(shape, 'repository_force_delete', 'force_delete = var.repository_force_delete')}
  encryption_configuration {
    encryption_type = var.repository_encryption_type
    kms_key         = var.repository_kms_key
  }
  image_scanning_configuration {
    scan_on_push = var.repository_image_scan_on_push
  }
  ${exclusionFilters(shape, 'repository_image_tag_mutability_exclusion_filter')}
}

resource "aws_ecr_repository_policy" "this" {
  count      = local.is_private${gate('attach_repository_policy')} ? 1 : 0
  repository = aws_ecr_repository.this[0].name
  policy     = var.create_repository_policy ? data.aws_iam_policy_document.repository.json : var.repository_policy
}

resource "aws_ecr_lifecycle_policy" "this" {
  count      = local.is_private${gate('create_lifecycle_policy')} ? 1 : 0
  repository = aws_ecr_repository.this[0].name
  policy     = var.repository_lifecycle_policy
}

resource "aws_ecrpublic_repository" "this" {
  count           = local.is_public ? 1 : 0
  repository_name = var.repository_name
  tags            = var.tags
}

resource "aws_ecrpublic_repository_policy" "own" {
  count           = local.is_public && !var.create_repository_policy ? 1 : 0
  repository_name = aws_ecrpublic_repository.this[0].repository_name
  policy          = var.repository_policy
}
${accessDocument(shape)}
${registryParts(shape)}
`,
    values: {
      repository_name: 'try(aws_ecr_repository.this[0].name, aws_ecrpublic_repository.this[0].repository_name, null)',
      repository_arn: 'try(aws_ecr_repository.this[0].arn, null)',
      repository_url: 'try(aws_ecr_repository.this[0].repository_url, null)',
      repository_registry_id: 'try(aws_ecr_repository.this[0].registry_id, null)',
    },
  };
}
