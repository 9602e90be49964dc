locals {
  rules = [for index, pair in setproduct(["a", "b"], ["dev", "test"]) : {
    rulePriority = index + 1
    selection    = { tagStatus = "tagged", tagPrefixList = ["${pair[0]}-${pair[1]}-"], countType = "imageCountMoreThan", countNumber = 3 }
    action       = { type = "expire" }
  }]
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/product"
  policy     = jsonencode({ rules = local.rules })
}
