import type { Shape } from './restated.ts';

/** The resources that terraform-aws-modules makes from the registry inputs, each with its gate. */
export function registryParts(shape: Shape): string {
  return `
resource "aws_ecr_registry_policy" "this" {
  count  = var.create && var.create_registry_policy ? 1 : 0
  policy = var.registry_policy
}

resource "aws_ecr_pull_through_cache_rule" "this" {
  for_each              = { for name, rule in var.registry_pull_through_cache_rules : name => rule if var.create }
  ecr_repository_prefix = each.value.ecr_repository_prefix
  upstream_registry_url = each.value.upstream_registry_url
  ${credential(shape)}
  ${shape.since('2.4.0') ? furtherKeys(shape) : ''}
}

resource "aws_ecr_registry_scanning_configuration" "this" {
  count     = var.create && var.manage_registry_scanning_configuration ? 1 : 0
  scan_type = var.registry_scan_type

  dynamic "rule" {
    for_each = var.registry_scan_rules == null ? [] : var.registry_scan_rules
    content {
      scan_frequency = rule.value.scan_frequency
      ${shape.since('2.0.0') ? FILTER_LIST : ONE_FILTER}
    }
  }
}

resource "aws_ecr_replication_configuration" "this" {
  count = var.create && var.create_registry_replication_configuration ? 1 : 0

  replication_configuration {
    dynamic "rule" {
      for_each = var.registry_replication_rules == null ? [] : var.registry_replication_rules
      content {
        dynamic "destination" {
          for_each = rule.value.destinations
          content {
            region      = destination.value.region
            registry_id = destination.value.registry_id
          }
        }
        dynamic "repository_filter" {
          for_each = try(rule.value.repository_filters, null) == null ? [] : rule.value.repository_filters
          content {
            filter      = repository_filter.value.filter
            filter_type = repository_filter.value.filter_type
          }
        }
      }
    }
  }
}
`;
}

/** The key was misspelled in 2.1.0, and came with that release. */
function credential(shape: Shape): string {
  if (!shape.since('2.1.0')) return '';
  const key = shape.since('2.1.1') ? 'credential_arn' : 'credentials_arn';
  return `credential_arn = ${optional(shape, key)}`;
}

function furtherKeys(shape: Shape): string {
  return `custom_role_arn            = ${optional(shape, 'custom_role_arn')}
  upstream_repository_prefix = ${optional(shape, 'upstream_repository_prefix')}`;
}

function optional(shape: Shape, key: string): string {
  return shape.since('3.0.0') ? `each.value.${key}` : `try(each.value.${key}, null)`;
}

const ONE_FILTER = `repository_filter {
        filter      = rule.value.filter
        filter_type = rule.value.filter_type
      }`;

const FILTER_LIST = `dynamic "repository_filter" {
        for_each = rule.value.filter
        content {
          filter      = repository_filter.value.filter
          filter_type = try(repository_filter.value.filter_type, "WILDCARD")
        }
      }`;
