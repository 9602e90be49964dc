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

data "aws_ecr_lifecycle_policy_document" "this" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = var.days != null ? "sinceImagePushed" : "imageCountMoreThan"
      count_unit   = var.days != null ? "days" : null
      count_number = coalesce(var.days, 30)
    }
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
