data "aws_region" "current" {}
data "aws_partition" "current" {}
variable "shared_account" { type = string }
resource "aws_iam_role" "cache" {
  name               = "ecr-cache"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}
data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["pullthroughcache.ecr.amazonaws.com"]
    }
  }
}
resource "aws_ecr_pull_through_cache_rule" "shared" {
  ecr_repository_prefix      = "shared"
  upstream_registry_url      = "${var.shared_account}.dkr.ecr.${data.aws_region.current.name}.amazonaws.com"
  upstream_repository_prefix = "platform"
  custom_role_arn            = aws_iam_role.cache.arn
}
