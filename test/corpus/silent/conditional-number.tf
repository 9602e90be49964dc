variable "environment" {}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/number"
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = var.environment == "prod" ? "Keep more" : "Keep fewer"
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = var.environment == "prod" ? 100 : 10
      }
      action = { type = "expire" }
    }]
  })
}
