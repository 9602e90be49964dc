locals {
  keep = { api = 10, web = 20 }
}
data "aws_ecr_lifecycle_policy_document" "this" {
  for_each = local.keep
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = each.value
    }
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = local.keep
  repository = "team/${each.key}"
  policy     = data.aws_ecr_lifecycle_policy_document.this[each.key].json
}
