import type { Restated } from './restated.ts';

/** Scanning of the registry by cloudposse. Source: `modules/scanning_configuration` of its tags from 0.40.0 on. Read 2026-11-29. */
export function restateScanningConfiguration(): Restated {
  return {
    code: `
resource "aws_ecr_registry_scanning_configuration" "this" {
  count     = coalesce(var.enabled, var.context.enabled, true) && var.scan_config != null ? 1 : 0
  scan_type = var.scan_config.scan_type

  dynamic "rule" {
    for_each = var.scan_config.rules
    content {
      scan_frequency = rule.value.scan_frequency
      dynamic "repository_filter" {
        for_each = rule.value.repository_filter
        content {
          filter      = repository_filter.value.filter
          filter_type = repository_filter.value.filter_type
        }
      }
    }
  }
}
`,
    values: {},
  };
}
