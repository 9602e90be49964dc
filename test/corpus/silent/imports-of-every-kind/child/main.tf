variable "name" {}
resource "aws_ecr_repository" "this" {
  count = 1
  name  = var.name
}
