locals {
  upstreams = {
    docker-hub = { url = "registry-1.docker.io", keep_days = 30 }
    quay       = { url = "quay.io", keep_days = null }
    ROOT       = { url = null, keep_days = 7 }
  }
}
resource "aws_ecr_pull_through_cache_rule" "this" {
  for_each              = { for prefix, upstream in local.upstreams : prefix => upstream if upstream.url != null }
  ecr_repository_prefix = each.key
  upstream_registry_url = each.value.url
  credential_arn        = each.key == "docker-hub" ? aws_secretsmanager_secret.docker_hub.arn : null
}
resource "aws_ecr_repository_creation_template" "this" {
  for_each        = local.upstreams
  prefix          = each.key
  custom_role_arn = aws_iam_role.cache.arn
  applied_for = each.key == "ROOT" ? ["REPLICATION", "CREATE_ON_PUSH"] : ["PULL_THROUGH_CACHE"]
  encryption_configuration {
    encryption_type = "AES256"
  }
  lifecycle_policy = each.value.keep_days == null ? null : jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = each.value.keep_days }
      action       = { type = "expire" }
    }]
  })
  resource_tags = { Source = coalesce(each.value.url, "none") }
}
resource "aws_ecr_repository_creation_template" "plain" {
  prefix      = "plain"
  applied_for = ["PULL_THROUGH_CACHE"]
}
resource "aws_secretsmanager_secret" "docker_hub" {
  name = "ecr-pullthroughcache/docker-hub"
}
resource "aws_iam_role" "cache" {
  name = "cache"
}
