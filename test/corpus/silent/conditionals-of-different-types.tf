variable "strict" {
  type = bool
}
variable "extra" {
  type    = any
  default = null
}
locals {
  tagged   = var.strict ? { tagPrefixList = ["v"] } : {}
  unit     = var.strict ? { countUnit = "days" } : null
  rules    = var.strict ? [{ prefix = "v", keep = 3 }] : []
  numbers  = var.strict ? 10 : "20"
  extras   = var.extra == null ? [] : [var.extra]
  fallback = var.extra != null ? var.extra : { rulePriority = 9 }
  nested   = var.strict ? (var.extra == null ? "a" : "b") : null
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "types/app"
  policy = jsonencode({ rules = concat(
    [for i, r in local.rules : { rulePriority = i + 1, selection = merge({ tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = r.keep }, { tagPrefixList = [r.prefix] }), action = { type = "expire" } }],
    [{ rulePriority = 50, selection = merge({ tagStatus = "untagged", countType = local.unit == null ? "imageCountMoreThan" : "sinceImagePushed", countNumber = tonumber(local.numbers) }, local.unit), action = { type = "expire" } }],
    local.extras,
  ) })
}
