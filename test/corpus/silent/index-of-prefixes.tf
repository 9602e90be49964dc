locals {
  many  = ["main", "release"]
  few   = ["hotfix"]
  all   = concat(local.many, local.few)
  limit = 30
  many_rules = [
    for branch in local.many :
    {
      rulePriority = index(local.all, branch) + 1
      selection    = { countType = "imageCountMoreThan", countNumber = local.limit, tagStatus = "tagged", tagPrefixList = ["${branch}-"] }
      action       = { type = "expire" }
    }
  ]
  few_rules = [
    for branch in local.few :
    {
      rulePriority = index(local.all, branch) + 1
      selection    = { countType = "imageCountMoreThan", countNumber = 1, tagStatus = "tagged", tagPrefixList = ["${branch}-"] }
      action       = { type = "expire" }
    }
  ]
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "index/prefixes"
  policy     = jsonencode({ "rules" : concat(local.many_rules, local.few_rules) })
}
