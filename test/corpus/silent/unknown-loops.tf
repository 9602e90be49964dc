variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/loops"
  policy = jsonencode({ rules = concat(
    [for i, t in var.list : { rulePriority = i + 1, selection = { tagStatus = "tagged", tagPrefixList = [t], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }],
    [for i in range(var.x) : { rulePriority = 100 + i, selection = { tagStatus = "tagged", tagPrefixList = ["v${i}"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }],
    [for k, v in var.x : { rulePriority = v, selection = { tagStatus = k, countType = "imageCountMoreThan", countNumber = v }, action = { type = "expire" } } if v > 3],
    [{ rulePriority = length(var.list) + 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }],
  ) })
}
