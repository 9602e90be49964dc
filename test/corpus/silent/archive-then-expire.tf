resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/archive"
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection    = { tagStatus = "any", countType = "sinceImagePulled", countUnit = "days", countNumber = 60 }
        action       = { type = "transition", targetStorageClass = "archive" }
      },
      {
        rulePriority = 2
        selection    = { tagStatus = "any", storageClass = "archive", countType = "sinceImageTransitioned", countUnit = "days", countNumber = 365 }
        action       = { type = "expire" }
      },
    ]
  })
}
