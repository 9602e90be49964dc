resource "aws_ecr_repository" "app" {
  name                 = "override/app"
  image_tag_mutability = "MUTABLE"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy     = ""
}
