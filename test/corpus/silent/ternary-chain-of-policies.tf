variable "profile" {
  type = string
  validation {
    condition     = contains(["none", "short", "long"], var.profile)
    error_message = "One of none, short, long."
  }
}
locals {
  rule = { short = 5, long = 100 }
  policy = (
    var.profile == "short" ? jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = local.rule.short }, action = { type = "expire" } }] }) :
    var.profile == "long" ? jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = local.rule.long }, action = { type = "expire" } }] }) :
    null
  )
}
resource "aws_ecr_repository" "p" {
  name                 = "profiles"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "p" {
  count      = local.policy == null ? 0 : 1
  repository = aws_ecr_repository.p.name
  policy     = local.policy
}
