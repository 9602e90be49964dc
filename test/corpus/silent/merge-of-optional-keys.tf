variable "branches" {
  type    = map(number)
  default = { main = 30 }
}
resource "aws_ecr_repository" "merged" {
  name                 = "merged/app"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "merged" {
  repository = aws_ecr_repository.merged.id
  policy = jsonencode({
    rules = concat(
      [for index, name in sort(keys(var.branches)) : {
        rulePriority = 10 + index
        description  = "Images of ${name}"
        selection = merge(
          { tagStatus = "tagged", countType = "imageCountMoreThan", countNumber = var.branches[name] },
          { tagPatternList = ["${name}-*"] },
        )
        action = { type = "expire" }
      }],
      [{
        rulePriority = 900
        selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 180 }
        action       = { type = "expire" }
      }],
    )
  })
}
