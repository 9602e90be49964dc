variable "keep_cache" {
  type = bool
}
locals {
  overrides = { api = { keep = 50 }, web = {} }
  keep      = 20
}
resource "aws_ecr_repository" "this" {
  for_each = local.overrides
  name     = "loop/${each.key}"
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = aws_ecr_repository.this
  repository = each.value.name

  policy = jsonencode({
    rules = [
      for i, selection in concat(
        var.keep_cache ? [] : [
          { tagStatus = "tagged", tagPatternList = ["cache-*"], countType = "sinceImagePushed", countUnit = "days", countNumber = 2 },
        ],
        [
          # Untagged images stay behind when a tag moves on.
          { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = 7 },
          { tagStatus = "tagged", tagPatternList = ["*"], countType = "imageCountMoreThan", countNumber = try(local.overrides[each.key].keep, local.keep) },
        ]
      ) : { rulePriority = i + 1, selection = selection, action = { type = "expire" } }
    ]
  })
}
