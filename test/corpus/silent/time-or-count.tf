variable "by_age" {
  type    = bool
  default = false
}
variable "limit" {
  type    = number
  default = 100
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "time/or-count"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = var.by_age ? "Older than ${var.limit} days" : "More than ${var.limit}"
      selection = merge(
        {
          tagStatus   = "any"
          countType   = var.by_age ? "sinceImagePushed" : "imageCountMoreThan"
          countNumber = var.limit
        },
        var.by_age ? { countUnit = "days" } : {},
      )
      action = { type = "expire" }
    }]
  })
}
