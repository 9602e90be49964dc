# No rules, no policy: the count keeps the empty list from ever being sent.
locals {
  rules = []
}

resource "aws_ecr_repository" "this" {
  name = "guarded/rules"
}

resource "aws_ecr_lifecycle_policy" "this" {
  count      = length(local.rules) > 0 ? 1 : 0
  repository = aws_ecr_repository.this.name
  policy     = jsonencode({ rules = local.rules })
}
