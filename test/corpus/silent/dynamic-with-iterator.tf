variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "tags" {
  type = list(string)
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = toset(var.tags)
    iterator = iteration
    content {
      priority = length(iteration.value)
      selection {
        tag_status       = "tagged"
        tag_pattern_list = ["${iteration.value}*"]
        count_type       = "imageCountMoreThan"
        count_number     = 5
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
