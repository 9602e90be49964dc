locals {
  rules = [
    { priority = 1, status = "tagged", prefixes = ["v"], patterns = null, unit = null, type = "imageCountMoreThan", number = 20 },
    { priority = 2, status = "untagged", prefixes = null, patterns = [], unit = "days", type = "sinceImagePushed", number = 3 },
  ]
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "nulls/removed"
  policy = jsonencode({
    rules = [for rule in local.rules : {
      rulePriority = rule.priority
      selection = merge(
        { tagStatus = rule.status, countType = rule.type, countNumber = rule.number },
        length(coalesce(rule.prefixes, [])) > 0 ? { tagPrefixList = rule.prefixes } : {},
        try(length(rule.patterns), 0) > 0 ? { tagPatternList = rule.patterns } : {},
        rule.unit == null ? null : { countUnit = rule.unit },
      )
      action = { for key, value in { type = "expire", targetStorageClass = null } : key => value if value != null }
    }]
  })
}
