variable "keep" {
  type    = map(number)
  default = {}
}
locals {
  classes = { prod = "prd-", test = "tst-" }
}
resource "aws_ecr_lifecycle_policy" "p" {
  for_each   = local.classes
  repository = "map/${each.key}"
  policy = jsonencode({ rules = flatten([
    each.key == "prod" ? [{ rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = [each.value], countType = "imageCountMoreThan", countNumber = lookup(var.keep, each.key, 100) }, action = { type = "expire" } }] : [],
    [{ rulePriority = 2, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = each.key == "prod" ? 30 : 3 }, action = { type = "expire" } }],
    each.key != "prod" ? [{ rulePriority = 3, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 10 }, action = { type = "expire" } }] : [],
  ]) })
}
