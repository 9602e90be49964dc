variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "rules" {
  type = map(object({
    status   = string
    prefixes = optional(list(string))
    count    = number
  }))
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = var.rules
    content {
      priority = rule.key
      selection {
        tag_status      = rule.value.status
        tag_prefix_list = rule.value.prefixes
        count_type      = "imageCountMoreThan"
        count_number    = rule.value.count
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
