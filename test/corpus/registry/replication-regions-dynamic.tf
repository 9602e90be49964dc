variable "regions" {
  type    = list(string)
  default = ["us-east-1", "eu-west-1"]
}
data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
resource "aws_ecr_replication_configuration" "this" {
  replication_configuration {
    rule {
      dynamic "destination" {
        for_each = [for region in var.regions : region if region != data.aws_region.current.name]
        content {
          region      = destination.value
          registry_id = data.aws_caller_identity.current.account_id
        }
      }
      repository_filter {
        filter      = "prod/"
        filter_type = "PREFIX_MATCH"
      }
    }
  }
}
