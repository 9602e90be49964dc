resource "aws_ecr_repository_creation_template" "this" {
  for_each         = { hub = 10, quay = 20 }
  prefix           = each.key
  applied_for      = ["PULL_THROUGH_CACHE"]
  lifecycle_policy = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = each.value }, action = { type = "expire" } }] })
}
