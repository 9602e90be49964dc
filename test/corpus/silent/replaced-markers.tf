locals {
  base = "{\"rules\":[{\"rulePriority\":1,\"description\":\"@WHAT@\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":@DAYS@},\"action\":{\"type\":\"expire\"}}]}"
}
resource "aws_ecr_repository" "m" {
  name                 = "markers"
  image_tag_mutability = "MUTABLE"
}
resource "aws_ecr_lifecycle_policy" "m" {
  repository = aws_ecr_repository.m.name
  policy     = replace(replace(local.base, "@DAYS@", 14), "@WHAT@", "untagged images")
}
