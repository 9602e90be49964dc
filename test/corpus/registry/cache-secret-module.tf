module "secret" {
  source      = "terraform-aws-modules/secrets-manager/aws"
  version     = "~> 1.0"
  name_prefix = "ecr-pullthroughcache/docker-hub"
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  ecr_repository_prefix = "docker-hub"
  upstream_registry_url = "registry-1.docker.io"
  credential_arn        = module.secret.secret_arn
}
