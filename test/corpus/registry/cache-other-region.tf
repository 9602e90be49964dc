provider "aws" {
  region = "eu-west-1"
}
data "aws_caller_identity" "current" {}
resource "aws_ecr_pull_through_cache_rule" "frankfurt" {
  ecr_repository_prefix = "frankfurt"
  upstream_registry_url = "${data.aws_caller_identity.current.account_id}.dkr.ecr.eu-central-1.amazonaws.com"
}
