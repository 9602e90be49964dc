locals {
  all      = toset(["api", "web", "legacy"])
  excluded = toset(["legacy"])
}
resource "aws_ecr_repository" "s" {
  for_each             = local.all
  name                 = "sets/${each.value}"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "s" {
  for_each   = setsubtract(local.all, local.excluded)
  repository = aws_ecr_repository.s[each.key].name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = each.key == "web" ? 100 : 50 }
      action       = { type = "expire" }
    }]
  })
}
