variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "prefixes" {
  type = map(number)
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = var.prefixes
    content {
      priority = 100 + index(keys(var.prefixes), rule.key)
      selection {
        tag_status      = "tagged"
        tag_prefix_list = [rule.key]
        count_type      = "imageCountMoreThan"
        count_number    = rule.value
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
