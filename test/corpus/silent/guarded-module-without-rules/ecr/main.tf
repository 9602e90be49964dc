variable "name" {
  type = string
}

variable "rules" {
  type = list(object({
    prefix = optional(string)
    keep   = number
  }))
  default = []
}

resource "aws_ecr_repository" "this" {
  name = var.name
}

resource "aws_ecr_lifecycle_policy" "this" {
  count = length(var.rules) == 0 ? 0 : 1

  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [
      for i, r in var.rules : {
        rulePriority = i + 1
        selection = merge(
          r.prefix == null ? { tagStatus = "any" } : { tagStatus = "tagged" },
          r.prefix == null ? {} : { tagPrefixList = [r.prefix] },
          { countType = "imageCountMoreThan", countNumber = r.keep }
        )
        action = { type = "expire" }
      }
    ]
  })
}
