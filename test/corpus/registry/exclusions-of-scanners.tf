variable "scanners" {
  type    = list(string)
  default = ["security-scan"]
}

data "aws_caller_identity" "current" {}

resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  for_each      = toset(var.scanners)
  principal_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${each.value}"
}

resource "aws_ecr_repository" "app" {
  name = "shop/app"
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "Archive what nobody pulled for 90 days"
      selection = {
        tagStatus   = "any"
        countType   = "sinceImagePulled"
        countUnit   = "days"
        countNumber = 90
      }
      action = { type = "transition", targetStorageClass = "archive" }
    }]
  })
}
