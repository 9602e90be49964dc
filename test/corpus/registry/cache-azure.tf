variable "name" { type = string }
resource "aws_ecr_pull_through_cache_rule" "azure" {
  ecr_repository_prefix = "azure"
  upstream_registry_url = "${var.name}.azurecr.io"
  credential_arn        = aws_secretsmanager_secret.azure.arn
}
resource "aws_secretsmanager_secret" "azure" {
  name_prefix = "ecr-pullthroughcache/azure-"
}
