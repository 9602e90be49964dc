moved {
  from = aws_ecr_repository.old
  to   = aws_ecr_repository.new["app"]
}
locals {
  names = ["app", "worker"]
}
resource "aws_ecr_repository" "new" {
  for_each             = { for name in local.names : name => "moved/${name}" }
  name                 = each.value
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "new" {
  for_each   = { for name, repository in aws_ecr_repository.new : name => repository.name }
  repository = each.value
  policy = jsonencode(yamldecode(<<-YAML
    rules:
      - rulePriority: 1
        selection:
          tagStatus: any
          countType: imageCountMoreThan
          countNumber: ${length(local.names) * 10}
        action:
          type: expire
  YAML
  ))
}
