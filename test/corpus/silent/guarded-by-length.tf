variable "name" {
  type = string
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = "IMMUTABLE"
}

variable "rules" {
  type    = list(any)
  default = []
}

resource "aws_ecr_lifecycle_policy" "this" {
  count      = length(var.rules) > 0 ? 1 : 0
  repository = aws_ecr_repository.this.name
  policy     = jsonencode({ rules = var.rules })
}
