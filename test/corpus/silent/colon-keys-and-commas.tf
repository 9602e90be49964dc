resource "aws_ecr_repository" "this" {
  name = var.repository_name
  image_tag_mutability = var.image_tag_mutability
}
variable "repository_name" {}
variable "image_tag_mutability" { default = "IMMUTABLE" }
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    "rules": [
        {
            "rulePriority": 1,
            description = "drop old ones",
            "selection": {
                tagStatus = "any",
                countType = "imageCountMoreThan",
                countNumber = 10
            },
            action = {
                type = "expire"
            },
        },
    ],
  })
}
