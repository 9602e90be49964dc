variable "lifecycle_policy" {
  type    = string
  default = null
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/coalesce"
  policy = coalesce(var.lifecycle_policy, jsonencode({
    rules = [{ rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 }, action = { type = "expire" } }]
  }))
}
