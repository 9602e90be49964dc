variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "aged" {
  type = bool
}

data "aws_ecr_lifecycle_policy_document" "this" {
  rule {
    priority = 1
    dynamic "selection" {
      for_each = var.aged ? [1] : []
      content {
        tag_status   = "any"
        count_type   = "sinceImagePushed"
        count_unit   = "days"
        count_number = 30
      }
    }
    dynamic "selection" {
      for_each = var.aged ? [] : [1]
      content {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = 30
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
