data "aws_caller_identity" "current" {}
data "aws_region" "current" {}
data "aws_partition" "current" {}
resource "aws_ecr_pull_through_cache_rule" "gitlab" {
  ecr_repository_prefix = "gitlab"
  upstream_registry_url = "registry.gitlab.com"
  credential_arn        = "arn:${data.aws_partition.current.partition}:secretsmanager:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:secret:ecr-pullthroughcache/gitlab-${var.suffix}"
}
variable "suffix" { type = string }
