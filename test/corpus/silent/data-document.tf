data "aws_ecr_lifecycle_policy_document" "this" {
  rule {
    priority    = 1
    description = "Remove untagged images"
    selection {
      tag_status   = "untagged"
      count_type   = "sinceImagePushed"
      count_number = 1
      count_unit   = "days"
    }
    action {
      type = "expire"
    }
  }
  rule {
    priority = 2
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 20
    }
  }
}
resource "aws_ecr_repository" "this" {
  name = "team/document"
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
