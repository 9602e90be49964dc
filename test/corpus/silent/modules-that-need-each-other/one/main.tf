variable "name" {}
variable "policy" {}
resource "aws_ecr_repository" "this" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = var.policy
}
output "repository" {
  value = aws_ecr_repository.this.name
}
