variable "tags" {
  type    = map(string)
  default = {}
}
variable "role_arn" {
  type    = string
  default = null
}
resource "aws_ecr_repository_creation_template" "team" {
  for_each        = toset(["dev", "prod"])
  prefix          = each.key
  applied_for     = ["REPLICATION"]
  custom_role_arn = var.role_arn
  resource_tags   = merge(var.tags, { Environment = each.key })
}
