locals {
  registries = {
    docker-hub = { url = "registry-1.docker.io", secret = "dockerhub" }
    ghcr       = { url = "ghcr.io", secret = "github" }
    k8s        = { url = "registry.k8s.io" }
    ecr-public = { url = "public.ecr.aws" }
  }
}
data "aws_secretsmanager_secret" "this" {
  for_each = { for key, registry in local.registries : key => registry.secret if try(registry.secret, null) != null }
  name     = "ecr-pullthroughcache/${each.value}"
}
resource "aws_ecr_pull_through_cache_rule" "this" {
  for_each              = local.registries
  ecr_repository_prefix = each.key
  upstream_registry_url = each.value.url
  credential_arn        = try(data.aws_secretsmanager_secret.this[each.key].arn, null)
}
