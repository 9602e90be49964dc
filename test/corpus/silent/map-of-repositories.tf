resource "aws_ecr_repository" "api" {
  name = "suite/api"
}
resource "aws_ecr_repository" "worker" {
  name = "suite/worker"
}
resource "aws_ecr_lifecycle_policy" "suite" {
  for_each = {
    api    = aws_ecr_repository.api.name
    worker = aws_ecr_repository.worker.name
  }
  repository = each.value
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }
      action       = { type = "expire" }
    }]
  })
}
