variable "names" { type = set(string) }
resource "aws_ecr_repository" "this" {
  for_each = var.names
  name     = each.value
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = aws_ecr_repository.this
  repository = each.value.name
  policy     = local.policy
}
locals {
  policy = file("${path.module}/policy.json")
}
moved {
  from = aws_ecr_repository.app
  to   = aws_ecr_repository.this["app"]
}
moved {
  from = aws_ecr_lifecycle_policy.app[0]
  to   = aws_ecr_lifecycle_policy.this["app"]
}
removed {
  from = aws_ecr_repository.legacy
  lifecycle {
    destroy = false
  }
}
removed {
  from = aws_ecr_lifecycle_policy.legacy
}
