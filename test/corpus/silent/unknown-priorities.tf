variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/priorities"
  policy = jsonencode({ rules = [
    { rulePriority = var.x, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = var.x + 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = var.x - 1, selection = { tagStatus = "tagged", tagPrefixList = ["v"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPatternList = ["v*"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
  ] })
}
