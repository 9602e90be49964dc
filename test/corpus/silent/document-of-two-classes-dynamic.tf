variable "archive_after" {
  type    = number
  default = null
}
variable "protected" {
  type    = set(string)
  default = ["release"]
}
data "aws_ecr_lifecycle_policy_document" "d" {
  dynamic "rule" {
    for_each = tolist(var.protected)
    iterator = tag
    content {
      priority    = tag.key + 1
      description = "Keeps ${tag.value}"
      selection {
        tag_status       = "tagged"
        tag_pattern_list = ["${tag.value}*"]
        count_type       = "imageCountMoreThan"
        count_number     = 9999
      }
    }
  }
  dynamic "rule" {
    for_each = var.archive_after[*]
    content {
      priority = 800
      selection {
        tag_status   = "any"
        count_type   = "sinceImagePulled"
        count_unit   = "days"
        count_number = rule.value
      }
      action {
        type                 = "transition"
        target_storage_class = "archive"
      }
    }
  }
}
resource "aws_ecr_repository" "d" {
  name                 = "two/classes"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "d" {
  repository = aws_ecr_repository.d.name
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
