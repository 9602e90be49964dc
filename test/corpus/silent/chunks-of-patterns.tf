locals {
  patterns = ["v1.*", "v2.*", "v3.*", "rc-*"]
}
resource "aws_ecr_repository" "c" {
  name                 = "chunks"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "c" {
  repository = aws_ecr_repository.c.name
  policy = jsonencode({
    rules = flatten([for at, chunk in chunklist(local.patterns, 2) : [for in_chunk, pattern in chunk : {
      rulePriority = at * 2 + in_chunk + 1
      selection    = { tagStatus = "tagged", tagPatternList = [pattern], countType = "imageCountMoreThan", countNumber = max(3, 10 - at) }
      action       = { type = "expire" }
    }]])
  })
}
