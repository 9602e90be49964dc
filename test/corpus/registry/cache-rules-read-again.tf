data "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "docker-hub"
}

data "aws_caller_identity" "current" {}

variable "region" {
  type    = string
  default = "eu-west-1"
}

output "base_image" {
  value = format(
    "%s.dkr.ecr.%s.amazonaws.com/%s/library/alpine:3",
    data.aws_ecr_pull_through_cache_rule.hub.registry_id,
    var.region,
    data.aws_ecr_pull_through_cache_rule.hub.ecr_repository_prefix,
  )
}
