variable "prefix" { type = string }
variable "upstream_registry_url" { type = string }
variable "credential_arn" {
  type    = string
  default = null
}
resource "aws_ecr_pull_through_cache_rule" "this" {
  ecr_repository_prefix = var.prefix
  upstream_registry_url = var.upstream_registry_url
  credential_arn        = var.credential_arn
}
output "registry_id" {
  value = aws_ecr_pull_through_cache_rule.this.registry_id
}
