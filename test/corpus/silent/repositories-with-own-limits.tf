variable "repos" {
  type = map(object({
    keep = optional(number, 10)
  }))
}

resource "aws_ecr_repository" "this" {
  for_each = var.repos
  name     = each.key
}

resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = var.repos
  repository = aws_ecr_repository.this[each.key].name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = each.value.keep }, action = { type = "expire" } }] })
}
