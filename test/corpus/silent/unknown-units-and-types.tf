variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/units-and-types"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = var.x, countNumber = 3 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v"], countType = var.x, countUnit = "days", countNumber = 3 }, action = { type = var.x } },
    { rulePriority = 3, selection = merge({ tagStatus = "any", countType = "sinceImagePushed", countNumber = 3 }, { (var.x) = "days" }), action = { type = "expire" } },
    { rulePriority = 4, selection = { tagStatus = "any", storageClass = var.x, countType = "sinceImageTransitioned", countUnit = "days", countNumber = var.x }, action = { type = "expire" } },
    { rulePriority = 5, selection = { tagStatus = "tagged", tagPrefixList = ["x"], countType = "sinceImagePulled", countUnit = var.x, countNumber = 3 }, action = { type = "transition", targetStorageClass = var.x } },
  ] })
}
