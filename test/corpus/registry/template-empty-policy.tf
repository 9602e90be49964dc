variable "expire" { type = bool }
resource "aws_ecr_repository_creation_template" "hub" {
  prefix           = "hub"
  applied_for      = ["PULL_THROUGH_CACHE"]
  lifecycle_policy = var.expire ? file("${path.module}/policy.json") : ""
}
