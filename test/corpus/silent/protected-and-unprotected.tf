locals {
  repositories = {
    api    = { protected = true, keep = 100 }
    worker = { protected = false, keep = 10 }
    web    = { protected = false, keep = 20 }
  }
}

resource "aws_ecr_repository" "this" {
  for_each = local.repositories
  name     = "halves/${each.key}"
}

resource "aws_ecr_lifecycle_policy" "protected" {
  for_each   = { for name, settings in local.repositories : name => settings if settings.protected }
  repository = aws_ecr_repository.this[each.key].name
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = each.value.keep }, action = { type = "expire" } },
  ] })
}

resource "aws_ecr_lifecycle_policy" "others" {
  for_each   = { for name, settings in local.repositories : name => settings if !settings.protected }
  repository = aws_ecr_repository.this[each.key].name
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = each.value.keep }, action = { type = "expire" } },
  ] })
}
