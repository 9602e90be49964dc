locals {
  groups = {
    release = ["v", "r"]
    preview = ["pr", "preview"]
  }
  flat = flatten([for group, prefixes in local.groups : [for prefix in prefixes : { group = group, prefix = prefix }]])
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/flat"
  policy = jsonencode({
    rules = [for index, entry in local.flat : {
      rulePriority = index + 1
      description  = "${entry.group}: ${entry.prefix}"
      selection    = { tagStatus = "tagged", tagPrefixList = ["${entry.prefix}-"], countType = "imageCountMoreThan", countNumber = entry.group == "release" ? 100 : 5 }
      action       = { type = "expire" }
    }]
  })
}
