variable "rules" {}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/rules"
  policy     = jsonencode({ rules = concat(var.rules, [for rule in var.rules : merge(rule, { action = { type = "expire" } })], slice(var.rules, 0, 1)) })
}
