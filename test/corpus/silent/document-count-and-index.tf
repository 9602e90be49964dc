data "aws_ecr_lifecycle_policy_document" "this" {
  count = 1
  rule {
    priority = 1
    selection {
      tag_status   = "untagged"
      count_type   = "imageCountMoreThan"
      count_number = 2
    }
  }
}
resource "aws_ecr_lifecycle_policy" "by_index" {
  repository = "document/index"
  policy     = data.aws_ecr_lifecycle_policy_document.this[0].json
}
resource "aws_ecr_lifecycle_policy" "by_splat" {
  repository = "document/splat"
  policy     = join("", data.aws_ecr_lifecycle_policy_document.this[*].json)
}
resource "aws_ecr_lifecycle_policy" "by_one" {
  repository = "document/one"
  policy     = one(data.aws_ecr_lifecycle_policy_document.this[*].json)
}
