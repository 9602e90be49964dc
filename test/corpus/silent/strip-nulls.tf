locals {
  rules = [
    { prefix = "pr-", days = 7, count = null },
    { prefix = "v", days = null, count = 30 },
  ]
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/nulls"
  policy = jsonencode({
    rules = [for index, rule in local.rules : {
      rulePriority = index + 1
      selection = { for key, value in {
        tagStatus     = "tagged"
        tagPrefixList = [rule.prefix]
        countType     = rule.days != null ? "sinceImagePushed" : "imageCountMoreThan"
        countUnit     = rule.days != null ? "days" : null
        countNumber   = rule.days != null ? rule.days : rule.count
      } : key => value if value != null }
      action = { type = "expire" }
    }]
  })
}
