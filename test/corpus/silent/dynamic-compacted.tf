variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "stable" {
  type    = string
  default = null
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = compact([var.stable, "v"])
    content {
      priority = rule.key + 1
      selection {
        tag_status      = "tagged"
        tag_prefix_list = [rule.value]
        count_type      = "imageCountMoreThan"
        count_number    = 5
      }
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
