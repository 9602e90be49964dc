variable "dockerhub_username" { type = string }
variable "dockerhub_token" {
  type      = string
  sensitive = true
}
resource "aws_secretsmanager_secret" "dockerhub" {
  name                    = "ecr-pullthroughcache/dockerhub"
  description             = "Credentials for Docker Hub"
  recovery_window_in_days = 0
}
resource "aws_secretsmanager_secret_version" "dockerhub" {
  secret_id = aws_secretsmanager_secret.dockerhub.id
  secret_string = jsonencode({
    username    = var.dockerhub_username
    accessToken = var.dockerhub_token
  })
}
resource "aws_ecr_pull_through_cache_rule" "dockerhub" {
  ecr_repository_prefix = "docker-hub"
  upstream_registry_url = "registry-1.docker.io"
  credential_arn        = aws_secretsmanager_secret.dockerhub.arn
}
