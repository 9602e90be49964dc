variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/branches"
  policy = jsonencode({ rules = [
    { rulePriority = var.x ? 1 : 2, selection = merge({ tagStatus = var.x ? "untagged" : "any", countType = var.x ? "sinceImagePushed" : "imageCountMoreThan", countNumber = 3 }, var.x ? { countUnit = "days" } : {}), action = { type = "expire" } },
    { rulePriority = var.x ? 2 : 1, selection = var.x ? { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 } : { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
  ] })
}
