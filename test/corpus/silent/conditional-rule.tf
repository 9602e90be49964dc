variable "keep_releases" {
  type = bool
}
locals {
  always = [{ rulePriority = 10, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 50 }, action = { type = "expire" } }]
  release = { rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = ["v"], countType = "imageCountMoreThan", countNumber = 500 }, action = { type = "expire" } }
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/conditional-rule"
  policy     = jsonencode({ rules = concat(var.keep_releases ? [local.release] : [], local.always) })
}
