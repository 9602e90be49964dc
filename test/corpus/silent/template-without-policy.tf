variable "name" {
  type = string
}

resource "aws_ecr_repository_creation_template" "this" {
  prefix           = "hub"
  applied_for      = ["PULL_THROUGH_CACHE"]
  lifecycle_policy = ""
}
