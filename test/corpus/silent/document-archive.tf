data "aws_ecr_lifecycle_policy_document" "archive" {
  rule {
    priority = 1
    selection {
      tag_status    = "any"
      storage_class = "archive"
      count_type    = "sinceImageTransitioned"
      count_unit    = "days"
      count_number  = 120
    }
    action { type = "expire" }
  }
  rule {
    priority    = 2
    description = "Nobody pulls these any more"
    selection {
      tag_status   = "any"
      count_type   = "sinceImagePulled"
      count_unit   = "days"
      count_number = 60
    }
    action {
      type                 = "transition"
      target_storage_class = "archive"
    }
  }
}
resource "aws_ecr_lifecycle_policy" "archive" {
  repository = "document/archive"
  policy     = data.aws_ecr_lifecycle_policy_document.archive.json
}
