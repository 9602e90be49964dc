variable "enabled" {
  type    = bool
  default = true
}
resource "aws_ecr_repository" "r" {
  count = var.enabled ? 1 : 0
  name  = "maybe/there"
}
resource "aws_ecr_lifecycle_policy" "r" {
  count      = var.enabled ? 1 : 0
  repository = aws_ecr_repository.r[0].name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
