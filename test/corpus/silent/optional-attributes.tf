variable "rules" {
  type = list(object({
    description = optional(string)
    prefixes    = optional(list(string))
    count       = optional(number, 10)
  }))
  default = []
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/optional"
  policy = jsonencode({
    rules = [for index, rule in var.rules : merge(
      {
        rulePriority = index + 1
        selection = merge(
          { tagStatus = rule.prefixes == null ? "any" : "tagged", countType = "imageCountMoreThan", countNumber = rule.count },
          rule.prefixes == null ? {} : { tagPrefixList = rule.prefixes },
        )
        action = { type = "expire" }
      },
      rule.description == null ? {} : { description = rule.description },
    )]
  })
}
