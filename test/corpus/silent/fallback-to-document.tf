variable "custom" {
  description = "Replaces the policy of the module."
  type        = string
  default     = null
}
data "aws_ecr_lifecycle_policy_document" "fallback" {
  rule {
    priority    = 999
    description = "Remove what has no tag"
    selection {
      tag_status   = "untagged"
      count_type   = "sinceImagePushed"
      count_unit   = "days"
      count_number = 1
    }
    action {
      type = "expire"
    }
  }
}
resource "aws_ecr_lifecycle_policy" "tried" {
  repository = "fallback/tried"
  policy = coalesce(
    try(jsondecode(var.custom).json, var.custom),
    data.aws_ecr_lifecycle_policy_document.fallback.json
  )
}
resource "aws_ecr_lifecycle_policy" "chosen" {
  repository = "fallback/chosen"
  policy     = var.custom == null ? data.aws_ecr_lifecycle_policy_document.fallback.json : var.custom
}
