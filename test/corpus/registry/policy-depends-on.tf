variable "service" { type = string }
resource "aws_ecr_repository" "repository" {
  name = var.service
}
resource "aws_ecr_lifecycle_policy" "repository" {
  repository = var.service
  policy     = file("${path.module}/policy.json")
  depends_on = [aws_ecr_repository.repository]
}
