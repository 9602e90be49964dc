variable "days" {
  type    = number
  default = null
}

data "aws_ecr_lifecycle_policy_document" "this" {
  dynamic "rule" {
    for_each = var.days == null ? [] : [var.days]
    content {
      priority = 1
      selection {
        tag_status   = "untagged"
        count_type   = "sinceImagePushed"
        count_unit   = "days"
        count_number = rule.value
      }
    }
  }
  rule {
    priority = 2
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 5
    }
  }
}

output "json" {
  value = data.aws_ecr_lifecycle_policy_document.this.json
}
