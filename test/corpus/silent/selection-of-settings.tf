variable "rules" {
  type = list(object({
    priority    = number
    description = string
    tags        = map(string)
    kind        = string
    limit       = number
  }))
  default = []
}
locals {
  kinds = { newest = "imageCountMoreThan", age = "sinceImagePushed" }
}
resource "aws_ecr_lifecycle_policy" "this" {
  count      = length(var.rules) > 0 ? 1 : 0
  repository = "selection/settings"
  policy = jsonencode({
    rules = [for rule in var.rules : {
      rulePriority = rule.priority
      description  = rule.description
      selection = merge({
        tagStatus     = "tagged"
        tagPrefixList = [for k, v in rule.tags : v]
        countType     = local.kinds[rule.kind]
        countNumber   = rule.limit
      }, rule.kind == "age" ? { countUnit = "days" } : {})
      action = { type = "expire" }
    }]
  })
}
