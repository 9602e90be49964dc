variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/tag-lists"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = var.list, countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = [var.x], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 3, selection = { tagStatus = "tagged", tagPatternList = concat(["v*"], var.list), countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 4, selection = { tagStatus = "tagged", tagPatternList = [for t in var.list : "${t}*"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 5, selection = { tagStatus = "tagged", tagPatternList = ["*${var.x}*"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 6, selection = { tagStatus = "tagged", tagPrefixList = compact([var.x, ""]), countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
  ] })
}
