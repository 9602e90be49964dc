variable "name" {
  type = string
}
resource "aws_ecr_repository" "this" {
  name                 = "colours/${var.name}"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
output "name" {
  value = aws_ecr_repository.this.name
}
output "policy" {
  value = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 7 }, action = { type = "expire" } }] })
}
