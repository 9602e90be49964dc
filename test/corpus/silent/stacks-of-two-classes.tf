resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/classes"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "tagged", tagPrefixList = ["v"], countType = "sinceImagePushed", countUnit = "days", countNumber = 30 }, action = { type = "transition", targetStorageClass = "archive" } },
    { rulePriority = 2, selection = { tagStatus = "tagged", tagPrefixList = ["v"], storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 180 }, action = { type = "expire" } },
    { rulePriority = 3, selection = { tagStatus = "untagged", storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 90 }, action = { type = "expire" } },
    { rulePriority = 4, selection = { tagStatus = "untagged", countType = "imageCountMoreThan", countNumber = 1 }, action = { type = "expire" } },
    { rulePriority = 5, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 100 }, action = { type = "expire" } },
  ] })
}
