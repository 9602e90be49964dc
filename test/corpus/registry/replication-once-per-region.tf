data "aws_caller_identity" "current" {}

variable "replicas" {
  type    = map(list(string))
  default = { "eu-west-1" = ["shop/", "release/"], "us-east-1" = ["release/"] }
}

resource "aws_ecr_replication_configuration" "this" {
  replication_configuration {
    dynamic "rule" {
      for_each = var.replicas
      content {
        destination {
          region      = rule.key
          registry_id = data.aws_caller_identity.current.account_id
        }
        dynamic "repository_filter" {
          for_each = toset(rule.value)
          iterator = prefix
          content {
            filter      = prefix.value
            filter_type = "PREFIX_MATCH"
          }
        }
      }
    }
  }
}
