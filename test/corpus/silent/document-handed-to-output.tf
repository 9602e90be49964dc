variable "name" {
  type = string
}

data "aws_ecr_lifecycle_policy_document" "this" {
  rule {
    priority = 1
    selection {
      tag_status   = "any"
      count_type   = "imageCountMoreThan"
      count_number = 10
    }
  }
}

output "policy" {
  value = data.aws_ecr_lifecycle_policy_document.this.json
}
