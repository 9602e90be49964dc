locals {
  keep  = { "release-" = 30, "rc-" = 10, "dev-" = 3 }
  rules = [for index, prefix in sort(keys(local.keep)) : {
    rulePriority = (index + 1) * 10
    description  = format("Keep %d of %s*", local.keep[prefix], prefix)
    selection = {
      tagStatus      = "tagged"
      tagPatternList = ["${prefix}*"]
      countType      = "imageCountMoreThan"
      countNumber    = local.keep[prefix]
    }
    action = { type = "expire" }
  }]
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/sorted"
  policy     = jsonencode({ rules = local.rules })
}
