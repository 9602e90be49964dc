variable "username" { default = "" }
variable "token" { default = "" }
locals {
  has_secret = var.username != "" && var.token != ""
}
resource "aws_secretsmanager_secret" "hub" {
  count = local.has_secret ? 1 : 0
  name  = "ecr-pullthroughcache/hub"
}
resource "aws_secretsmanager_secret_version" "hub" {
  count         = local.has_secret ? 1 : 0
  secret_id     = aws_secretsmanager_secret.hub[0].id
  secret_string = jsonencode({ username = var.username, accessToken = var.token })
}
resource "aws_ecr_pull_through_cache_rule" "hub" {
  count                 = local.has_secret ? 1 : 0
  ecr_repository_prefix = "hub"
  upstream_registry_url = "registry-1.docker.io"
  credential_arn        = one(aws_secretsmanager_secret.hub[*].arn)
}
