resource "awscc_ecr_repository" "app" {
  repository_name      = "team/cloud-control"
  image_tag_mutability = "IMMUTABLE"
  lifecycle_policy = {
    lifecycle_policy_text = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
  }
}
