variable "caches" {
  type = map(object({
    upstream   = string
    secret_arn = optional(string)
  }))
  default = {
    quay = { upstream = "quay.io" }
    hub  = { upstream = "registry-1.docker.io" }
  }
}
resource "aws_ecr_pull_through_cache_rule" "this" {
  for_each              = var.caches
  ecr_repository_prefix = each.key
  upstream_registry_url = each.value.upstream
  credential_arn        = each.value.secret_arn
}
