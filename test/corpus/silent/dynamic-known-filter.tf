variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

locals {
  keep = { dev = 5, prod = 50 }
}

variable "env" {
  type = string
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = [for k, v in local.keep : v if k == var.env]
    content {
      priority = 1
      selection {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = rule.value
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
