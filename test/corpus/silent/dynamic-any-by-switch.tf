variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "all" {
  type = bool
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = var.all ? [] : [1]
    content {
      priority = 1
      selection {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = 10
      }
    }
  }
  dynamic "rule" {
    for_each = var.all ? [1] : []
    content {
      priority = 2
      selection {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = 100
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
