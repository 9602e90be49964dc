locals {
  base = jsondecode(<<-JSON
    { "rules": [ { "rulePriority": 1, "selection": { "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": 1 }, "action": { "type": "expire" } } ] }
  JSON
  )
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/decoded"
  policy = jsonencode(merge(local.base, {
    rules = concat(local.base.rules, [{ rulePriority = 2, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 9 }, action = { type = "expire" } }])
  }))
}
