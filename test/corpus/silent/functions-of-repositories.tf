resource "aws_ecr_repository" "app" {
  name = "team/functions"
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = element(split("/", aws_ecr_repository.app.repository_url), 1)
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 5 }, action = { type = "expire" } }] })
}
