locals {
  classes = {
    service = { days = 7, keep = 40 }
    job     = { days = 1, keep = 10 }
  }
  repositories = { api = "service", web = "service", nightly = "job" }
}
resource "aws_ecr_repository" "this" {
  for_each             = local.repositories
  name                 = "classes/${each.key}"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = aws_ecr_repository.this
  repository = each.value.name
  policy = jsonencode({
    rules = [
      for index, one in [
        { status = "untagged", type = "sinceImagePushed", unit = "days", number = local.classes[local.repositories[each.key]].days },
        { status = "any", type = "imageCountMoreThan", unit = null, number = local.classes[local.repositories[each.key]].keep },
        ] : {
        rulePriority = index + 1
        selection = { for key, value in {
          tagStatus   = one.status
          countType   = one.type
          countUnit   = one.unit
          countNumber = one.number
        } : key => value if value != null }
        action = { type = "expire" }
      }
    ]
  })
}
