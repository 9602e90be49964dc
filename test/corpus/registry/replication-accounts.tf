provider "aws" {
  region = "eu-west-1"
}
variable "accounts" { type = map(string) }
resource "aws_ecr_replication_configuration" "this" {
  replication_configuration {
    dynamic "rule" {
      for_each = var.accounts
      content {
        destination {
          region      = "eu-west-1"
          registry_id = rule.value
        }
        repository_filter {
          filter      = rule.key
          filter_type = "PREFIX_MATCH"
        }
      }
    }
  }
}
