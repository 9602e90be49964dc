variable "x" {}
variable "list" { type = list(string) }
data "aws_ecr_lifecycle_policy_document" "d" {
  rule {
    priority = var.x
    selection {
      tag_status      = var.x
      tag_prefix_list = var.list
      count_type      = var.x
      count_unit      = var.x
      count_number    = var.x
    }
    action {
      type = var.x
    }
  }
  rule {
    priority = 2
    dynamic "selection" {
      for_each = var.x
      content {
        tag_status   = selection.key
        count_type   = "imageCountMoreThan"
        count_number = selection.value
      }
    }
  }
  dynamic "rule" {
    for_each = var.x ? [1] : []
    content {
      priority = 1
      selection {
        tag_status   = "any"
        count_type   = "imageCountMoreThan"
        count_number = rule.value
      }
    }
  }
  dynamic "rule" {
    for_each = var.x ? [] : [1]
    content {
      priority = 1
      selection {
        tag_status   = "any"
        count_type   = "sinceImagePushed"
        count_unit   = "days"
        count_number = 4
      }
    }
  }
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/document"
  policy     = data.aws_ecr_lifecycle_policy_document.d.json
}
