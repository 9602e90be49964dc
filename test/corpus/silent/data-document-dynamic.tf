variable "rules" {
  type = list(object({
    prefix = string
    days   = optional(number)
    count  = optional(number)
  }))
  default = []
}
data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = var.rules
    content {
      priority = rule.key + 1
      selection {
        tag_status      = "tagged"
        tag_prefix_list = [rule.value.prefix]
        count_type      = rule.value.days == null ? "imageCountMoreThan" : "sinceImagePushed"
        count_unit      = rule.value.days == null ? null : "days"
        count_number    = coalesce(rule.value.days, rule.value.count, 10)
      }
    }
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/dynamic"
  policy     = data.aws_ecr_lifecycle_policy_document.this.json
}
