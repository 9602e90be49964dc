variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "on" {
  type = bool
}

data "aws_ecr_lifecycle_policy_document" "this" {
  count = var.on ? 1 : 0
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 10
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  count      = var.on ? 1 : 0
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this[0].json
}
