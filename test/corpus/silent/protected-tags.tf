variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "protected" {
  type    = list(string)
  default = ["prod"]
}

locals {
  guarded = [for i, tag in var.protected : { rulePriority = i + 1, selection = { tagStatus = "tagged", tagPrefixList = [tag], countType = "imageCountMoreThan", countNumber = 999 }, action = { type = "expire" } }]
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = jsonencode({ rules = concat(local.guarded, [{ rulePriority = length(local.guarded) + 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }]) })
}
