import type { Restated, Shape } from './restated.ts';
import { exclusionFilters, lineFor } from './restated.ts';

/**
 * cloudposse/ecr/aws. Source: `main.tf` of its tags; for 1.0.1 and 1.0.2 its issues 158 and 159. Read 2026-11-29. Its
 * label module is not restated: names that it builds are unknown.
 */
export function restateCloudposse(shape: Shape): Restated {
  const byName = shape.since('0.16.0') ? 'aws_ecr_repository.name' : 'aws_ecr_repository.default';
  return {
    code: `
locals {
  is_enabled = ${enabled(shape)}
  names      = ${shape.has('image_names') ? 'concat(var.image_names, [for name in [local.label] : name if length(var.image_names) == 0])' : '[local.label]'}
  label      = terraform_data.unknown.output
}

resource "aws_ecr_repository" "${shape.since('0.16.0') ? 'name' : 'default'}" {
  for_each = toset([for name in local.names : name if local.is_enabled])
  name     = each.value
  tags     = var.tags
  ${lineFor(shape, 'image_tag_mutability', 'image_tag_mutability = var.image_tag_mutability')}
  ${lineFor(shape, 'force_delete', 'force_delete = var.force_delete')}
  ${lineFor(shape, 'encryption_configuration', ENCRYPTION)}
  ${lineFor(shape, 'scan_images_on_push', SCANNING)}
  ${exclusionFilters(shape, 'image_tag_mutability_exclusion_filter')}
}
${shape.since('0.20.0') ? lifecycle(shape) : ''}
${lineFor(shape, 'principals_push_access', access(shape))}
${lineFor(shape, 'replication_configurations', REPLICATION)}
`,
    values: {
      repository_name: `try(${byName}[local.names[0]].name, "")`,
      repository_url: `try(${byName}[local.names[0]].repository_url, "")`,
      repository_arn: `try(${byName}[local.names[0]].arn, "")`,
      registry_id: `try(${byName}[local.names[0]].registry_id, "")`,
      repository_url_map: `{ for name, one in ${byName} : name => one.repository_url }`,
      repository_arn_map: `{ for name, one in ${byName} : name => one.arn }`,
    },
  };
}

/** Missing parts come from the context, which another label module may give. */
function enabled(shape: Shape): string {
  if (!shape.has('enabled')) return 'true';
  return shape.has('context') ? 'coalesce(var.enabled, var.context.enabled, true)' : 'var.enabled';
}

const ENCRYPTION = `dynamic "encryption_configuration" {
    for_each = var.encryption_configuration == null ? [] : [var.encryption_configuration]
    content {
      encryption_type = encryption_configuration.value.encryption_type
      kms_key         = encryption_configuration.value.kms_key
    }
  }`;

const SCANNING = `image_scanning_configuration {
    scan_on_push = var.scan_images_on_push
  }`;

function lifecycle(shape: Shape): string {
  const setting = (name: string) =>
    shape.has('default_lifecycle_rules_settings') ? `var.default_lifecycle_rules_settings.${name}.enabled` : 'true';
  const days = 'var.time_based_rotation ? { countType = "sinceImagePushed", countUnit = "days" } : ';
  const count = '{ countType = "imageCountMoreThan" }';
  const list = shape.since('0.42.0')
    ? 'length(regexall("\\\\*", tag)) > 0 ? { tagPatternList = [tag] } : { tagPrefixList = [tag] }'
    : '{ tagPrefixList = [tag] }';
  return `
locals {
  custom = ${shape.has('custom_lifecycle_rules') ? customRules(shape) : '[]'}
  protecting = [for tag in var.protected_tags : {
    description = "Protects images tagged with \${tag}"
    selection = merge({
      tagStatus   = "tagged"
      countType   = "imageCountMoreThan"
      countNumber = ${shape.has('protected_tags_keep_count') ? 'var.protected_tags_keep_count' : '999999'}
    }, ${list})
    action = { type = "expire" }
  }]
  replaces_untagged = contains([for rule in local.custom : rule.selection.tagStatus], "untagged")
  untagged = ${setting('untagged_image_rule')} && !local.replaces_untagged ? [{
    description = "Remove untagged images"
    selection   = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 1 }
    action      = { type = "expire" }
  }] : []
  oldest = ${setting('remove_old_image_rule')} ? [{
    description = ${shape.has('time_based_rotation') ? 'var.time_based_rotation ? "Rotate images older than ${var.max_image_count} days old" : ' : ''}"Rotate images when reach \${var.max_image_count} images stored"
    selection   = merge({ tagStatus = "any", countNumber = var.max_image_count }, ${shape.has('time_based_rotation') ? days : ''}${count})
    action      = { type = "expire" }
  }] : []
  rules = concat(local.protecting, local.untagged, local.oldest, local.custom)
  ordered = concat(
    [for rule in local.rules : rule if rule.selection.tagStatus != "any"],
    [for rule in local.rules : rule if rule.selection.tagStatus == "any"],
  )
}

resource "aws_ecr_lifecycle_policy" "name" {
  for_each   = toset([for name in local.names : name if local.is_enabled && var.enable_lifecycle_policy])
  repository = aws_ecr_repository.name[each.value].name
  policy = jsonencode({
    rules = [for index, rule in local.ordered : merge(rule, { rulePriority = index + 1 })]
  })
}
`;
}

/** The caller's rules: the release decides which missing keys reach AWS as null. */
function customRules(shape: Shape): string {
  if (shape.since('1.0.2')) {
    return `[for rule in var.custom_lifecycle_rules : merge(
    rule.description == null ? {} : { description = rule.description },
    { selection = ${WITHOUT_NULLS}, action = { for key, value in rule.action : key => value if value != null } },
  )]`;
  }
  const selection = shape.since('1.0.1')
    ? `merge(${WITHOUT_NULLS}, { storageClass = coalesce(rule.selection.storageClass, "standard") })`
    : shape.since('0.43.0')
      ? WITHOUT_NULLS
      : `merge(${WITHOUT_NULLS}, { countUnit = rule.selection.countUnit })`;
  return `[for rule in var.custom_lifecycle_rules : {
    description = rule.description
    selection   = ${selection}
    action      = rule.action
  }]`;
}

const WITHOUT_NULLS = '{ for key, value in rule.selection : key => value if value != null }';

/** Push without `ecr:GetAuthorizationToken`, which the module grants although it has no effect there. */
function access(shape: Shape): string {
  const organization = (input: string, actions: string) => `
  dynamic "statement" {
    for_each = length(var.${input}) > 0 ? [1] : []
    content {
      actions = [${actions}]
      principals {
        type        = "*"
        identifiers = ["*"]
      }
      condition {
        test     = "StringEquals"
        variable = "aws:PrincipalOrgID"
        values   = var.${input}
      }
    }
  }`;
  const principals = (input: string, actions: string) => `
  dynamic "statement" {
    for_each = length(var.${input}) > 0 ? [1] : []
    content {
      actions = [${actions}]
      principals {
        type        = "AWS"
        identifiers = var.${input}
      }
    }
  }`;
  const lists: readonly (readonly [name: string, actions: string])[] = [
    ['readonly', READ],
    ['full', '"ecr:*"'],
    ['push', PUSH],
  ];
  const byPrincipal = lists.map(([name, actions]) => [`principals_${name}_access`, actions] as const);
  const byOrganization = shape.has('organizations_push_access')
    ? lists.map(([name, actions]) => [`organizations_${name}_access`, actions] as const)
    : [];
  const used = [...byPrincipal, ...byOrganization].map(([input]) => `var.${input}`).join(', ');
  return `
data "aws_iam_policy_document" "access" {
  ${byPrincipal.map(([input, actions]) => principals(input, actions)).join('')}
  ${byOrganization.map(([input, actions]) => organization(input, actions)).join('')}
}

resource "aws_ecr_repository_policy" "name" {
  for_each   = toset([for name in local.names : name if local.is_enabled && length(concat(${used})) > 0])
  repository = aws_ecr_repository.name[each.value].name
  policy     = data.aws_iam_policy_document.access.json
}
`;
}

const READ =
  '"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:DescribeImages", "ecr:DescribeRepositories", "ecr:GetDownloadUrlForLayer", "ecr:ListImages"';
const PUSH =
  '"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"';

const REPLICATION = `
resource "aws_ecr_replication_configuration" "this" {
  count = local.is_enabled && length(var.replication_configurations) > 0 ? 1 : 0

  dynamic "replication_configuration" {
    for_each = var.replication_configurations
    content {
      dynamic "rule" {
        for_each = replication_configuration.value.rules
        content {
          dynamic "destination" {
            for_each = rule.value.destinations
            content {
              region      = destination.value.region
              registry_id = destination.value.registry_id
            }
          }
          dynamic "repository_filter" {
            for_each = rule.value.repository_filters
            content {
              filter      = repository_filter.value.filter
              filter_type = repository_filter.value.filter_type
            }
          }
        }
      }
    }
  }
}`;
