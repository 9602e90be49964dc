variable "on" {
  type = bool
}

resource "aws_ecr_repository_creation_template" "this" {
  prefix           = "hub"
  applied_for      = ["REPLICATION"]
  lifecycle_policy = var.on ? jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] }) : null
}
