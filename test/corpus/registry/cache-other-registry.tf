# A cache of a registry of another account, with a role of its own.
data "aws_caller_identity" "here" {}

variable "upstream_account" {
  type = string
}

resource "aws_ecr_pull_through_cache_rule" "shared" {
  ecr_repository_prefix      = "shared"
  upstream_registry_url      = "${var.upstream_account}.dkr.ecr.eu-west-1.amazonaws.com"
  upstream_repository_prefix = "platform"
  custom_role_arn            = "arn:aws:iam::${data.aws_caller_identity.here.account_id}:role/ecr-cache"
}

output "prefix" {
  value = aws_ecr_pull_through_cache_rule.shared.ecr_repository_prefix
}
