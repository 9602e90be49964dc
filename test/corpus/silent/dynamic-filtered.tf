variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "rules" {
  type = list(object({
    keep = number
    on   = bool
  }))
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = { for i, r in var.rules : i => r if r.on }
    content {
      priority = rule.key + 1
      selection {
        tag_status   = "untagged"
        count_type   = "imageCountMoreThan"
        count_number = rule.value.keep
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
