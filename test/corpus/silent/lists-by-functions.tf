# Lists of rules that functions put together.
locals {
  prefixes = distinct(compact(["v", "", "rc-", "v"]))
  groups   = [["dev-"], [], ["test-", "qa-"]]
  priority = { for index, prefix in concat(local.prefixes, flatten(local.groups)) : prefix => index + 1 }
  tagged = [for prefix, priority in local.priority : {
    rulePriority = priority
    description  = format("%03d %s", priority, upper(prefix))
    selection    = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = length(prefix) * 10 }
    action       = { type = "expire" }
  }]
  last = one([for status in ["any"] : {
    rulePriority = length(local.tagged) + 1
    selection    = { tagStatus = status, countType = "sinceImagePushed", countUnit = "days", countNumber = 365 }
    action       = { type = "expire" }
  }])
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = lower("Lists/Functions")
  policy     = jsonencode({ rules = reverse(concat([local.last], reverse(slice(local.tagged, 0, length(local.tagged))))) })
}
