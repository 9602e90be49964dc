variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "days" {
  type    = number
  default = null
}

variable "keep" {
  type    = number
  default = null
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = var.days != null ? [1] : []
    content {
      priority = 1
      selection {
        tag_status   = "untagged"
        count_type   = "sinceImagePushed"
        count_unit   = "days"
        count_number = var.days
      }
    }
  }
  dynamic "rule" {
    for_each = var.keep != null ? [1] : []
    content {
      priority = 2
      selection {
        tag_status   = "untagged"
        count_type   = "imageCountMoreThan"
        count_number = var.keep
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
