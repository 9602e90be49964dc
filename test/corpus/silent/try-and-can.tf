variable "overrides" {
  type    = any
  default = {}
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/try"
  policy = jsonencode({
    rules = [{
      rulePriority = try(var.overrides.priority, 1)
      selection = {
        tagStatus   = try(var.overrides.status, "any")
        countType   = "imageCountMoreThan"
        countNumber = can(var.overrides.count) ? var.overrides.count : 25
      }
      action = { type = "expire" }
    }]
  })
}
