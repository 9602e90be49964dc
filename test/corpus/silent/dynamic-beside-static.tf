variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "main" {
  type = bool
}

data "aws_ecr_lifecycle_policy_document" "this" {
  rule {
    priority = 1
    selection {
      tag_status   = "untagged"
      count_type   = "sinceImagePushed"
      count_unit   = "days"
      count_number = 7
    }
  }
  dynamic "rule" {
    for_each = var.main ? [1] : []
    content {
      priority = 2
      selection {
        tag_status      = "tagged"
        tag_prefix_list = ["main-"]
        count_type      = "imageCountMoreThan"
        count_number    = 5
      }
    }
  }
  rule {
    priority = 3
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 100
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
