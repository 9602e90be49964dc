resource "aws_ecr_pull_through_cache_rule" "root" {
  ecr_repository_prefix = "ROOT"
  upstream_registry_url = "registry.k8s.io"
}
