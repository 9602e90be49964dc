variable "name" {}
variable "policy" {
  type    = string
  default = null
}
resource "aws_ecr_repository" "r" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "r" {
  repository = aws_ecr_repository.r.name
  policy     = var.policy != null ? var.policy : file("${path.module}/a.json")
}
