variable "stage" {
  type = string
}
locals {
  keep = lookup({ dev = 5, staging = 15, prod = 90 }, var.stage, 10)
  age  = { dev = 3, prod = 30 }[var.stage]
}
resource "aws_ecr_repository" "svc" {
  name                 = "shop/${lookup({ prod = "live" }, var.stage, "test")}/cart"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "svc" {
  repository = aws_ecr_repository.svc.name
  policy     = <<-POLICY
    {
      "rules": [
        {
          "rulePriority": 1,
          "description": "Untagged images go after some days",
          "selection": { "tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": ${local.age} },
          "action": { "type": "expire" }
        },
        {
          "rulePriority": 2,
          "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": ${local.keep} },
          "action": { "type": "expire" }
        }
      ]
    }
  POLICY
}
