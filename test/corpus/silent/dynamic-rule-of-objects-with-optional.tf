variable "lifecycle_rules" {
  type = list(object({
    priority    = number
    description = optional(string)
    status      = optional(string, "any")
    prefixes    = optional(list(string), [])
    patterns    = optional(list(string), [])
    type        = string
    unit        = optional(string)
    number      = number
  }))
  default = []
}
data "aws_ecr_lifecycle_policy_document" "this" {
  count = length(var.lifecycle_rules) > 0 ? 1 : 0
  dynamic "rule" {
    for_each = { for one in var.lifecycle_rules : format("%03d", one.priority) => one }
    content {
      priority    = rule.value.priority
      description = rule.value.description
      selection {
        tag_status       = rule.value.status
        tag_prefix_list  = length(rule.value.prefixes) > 0 ? rule.value.prefixes : null
        tag_pattern_list = length(rule.value.patterns) > 0 ? rule.value.patterns : null
        count_type       = rule.value.type
        count_unit       = rule.value.unit
        count_number     = rule.value.number
      }
      action {
        type = "expire"
      }
    }
  }
}
resource "aws_ecr_repository" "this" {
  name                 = "opt/app"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  count      = length(data.aws_ecr_lifecycle_policy_document.this)
  repository = aws_ecr_repository.this.name
  policy     = data.aws_ecr_lifecycle_policy_document.this[count.index].json
}
