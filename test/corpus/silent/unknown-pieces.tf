variable "status" {}
variable "type" {}
variable "unit" {}
variable "list" { type = list(string) }
variable "action" { type = any }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/pieces"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = var.status, tagPrefixList = var.list, countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } },
    { rulePriority = 2, selection = { tagStatus = "untagged", countType = var.type, countUnit = var.unit, countNumber = 5 }, action = var.action },
    { rulePriority = 3, selection = merge({ tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = 1 }, var.action), action = { type = "expire" } },
    var.action,
  ] })
}
