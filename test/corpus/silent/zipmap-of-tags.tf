variable "protected" {
  type    = set(string)
  default = ["prod", "stage"]
}
variable "keep" {
  type    = number
  default = 500
}
locals {
  protected = [
    for index, prefix in zipmap(range(length(var.protected)), tolist(var.protected)) : {
      rulePriority = tonumber(index) + 1
      description  = "Protects ${prefix}"
      selection    = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = 999999 }
      action       = { type = "expire" }
    }
  ]
  untagged = [{
    rulePriority = length(var.protected) + 1
    selection    = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 1 }
    action       = { type = "expire" }
  }]
  old = [{
    rulePriority = length(var.protected) + 2
    selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }
    action       = { type = "expire" }
  }]
}
resource "aws_ecr_repository" "this" {
  for_each = toset(["one", "two"])
  name     = "zip/${each.value}"
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = toset([for r in aws_ecr_repository.this : r.name])
  repository = each.value
  policy     = jsonencode({ rules = concat(local.protected, local.untagged, local.old) })
}
