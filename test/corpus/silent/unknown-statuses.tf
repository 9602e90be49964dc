variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/statuses"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = var.x, countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = var.x, tagPrefixList = ["v"], countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 3, selection = { tagStatus = "${var.x}ged", countType = "sinceImagePushed", countUnit = "days", countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 4, selection = { tagStatus = lower(var.x), countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } },
  ] })
}
