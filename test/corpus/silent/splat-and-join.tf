resource "aws_ecr_repository" "r" {
  count = var.create ? 1 : 0
  name  = var.name
}
variable "create" {}
variable "name" {}
variable "max_image_count" {}
resource "aws_ecr_lifecycle_policy" "r" {
  count      = "${var.create ? 1 : 0}"
  repository = "${join("", aws_ecr_repository.r.*.name)}"
  policy = <<EOF
{
  "rules": [{
    "rulePriority": 1,
    "description": "Rotate images when reach ${var.max_image_count} images stored",
    "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${var.max_image_count} },
    "action": { "type": "expire" }
  }]
}
EOF
}
