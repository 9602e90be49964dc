variable "environment" {
  type = string
}

locals {
  is_production = var.environment == "production"
}

resource "aws_ecr_registry_scanning_configuration" "this" {
  scan_type = local.is_production ? "ENHANCED" : "BASIC"

  rule {
    scan_frequency = local.is_production ? "CONTINUOUS_SCAN" : "SCAN_ON_PUSH"

    dynamic "repository_filter" {
      for_each = local.is_production ? ["release/*", "shop/*"] : ["*"]
      content {
        filter      = repository_filter.value
        filter_type = "WILDCARD"
      }
    }
  }
}
