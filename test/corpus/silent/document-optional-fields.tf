locals {
  rules = {
    "010-releases" = { tags = ["v*"], keep = 50 }
    "020-untagged" = { status = "untagged", days = 7 }
    "900-rest"     = { status = "any", keep = 200, text = "All others" }
  }
}
data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = local.rules
    iterator = entry
    content {
      priority    = tonumber(split("-", entry.key)[0])
      description = try(entry.value.text, null)
      selection {
        tag_status       = try(entry.value.status, "tagged")
        tag_pattern_list = lookup(entry.value, "tags", null)
        count_type       = can(entry.value.days) ? "sinceImagePushed" : "imageCountMoreThan"
        count_unit       = can(entry.value.days) ? "days" : null
        count_number     = try(entry.value.days, entry.value.keep)
      }
      action {
        type = "expire"
      }
    }
  }
}
resource "aws_ecr_repository" "this" {
  name = "document/optional"
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.id
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
