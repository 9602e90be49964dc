resource "aws_ecr_repository_creation_template" "cache" {
  prefix               = "ROOT"
  description          = "Pull through cache"
  custom_role_arn      = aws_iam_role.cache.arn
  image_tag_mutability = "IMMUTABLE"
  applied_for          = ["PULL_THROUGH_CACHE", "REPLICATION"]
  lifecycle_policy = jsonencode({
    rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "sinceImagePulled", countUnit = "days", countNumber = 30 }, action = { type = "transition", targetStorageClass = "archive" } }]
  })
  encryption_configuration {
    encryption_type = "AES256"
  }
  resource_tags = {
    Owner = "platform"
  }
}
