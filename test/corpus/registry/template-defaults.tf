resource "aws_ecr_repository_creation_template" "default" {
  prefix               = "ROOT"
  description          = "Defaults of all repositories that ECR makes"
  image_tag_mutability = "MUTABLE"
  applied_for          = ["PULL_THROUGH_CACHE", "REPLICATION"]
  lifecycle_policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Expire images after 30 days"
      selection    = { tagStatus = "any", countType = "sinceImagePushed", countUnit = "days", countNumber = 30 }
      action       = { type = "expire" }
    }]
  })
}
