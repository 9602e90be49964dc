variable "enabled" {
  type    = bool
  default = true
}
variable "keep" {
  type    = number
  default = 0
}
locals {
  generated = var.keep > 0 ? jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Keep ${var.keep}"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }
      action       = { type = "expire" }
    }]
  }) : ""
  final = var.enabled ? local.generated : null
}

resource "aws_ecr_lifecycle_policy" "this" {
  count      = local.final != null && local.final != "" ? 1 : 0
  repository = "guarded/text"
  policy     = local.final
}
