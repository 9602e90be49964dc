variable "days" {
  type    = number
  default = 14
}
variable "prefix" {
  type = string
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/heredoc"
  policy     = <<-POLICY
    {
      "rules": [
        { "rulePriority": 1,
          "description": "Keep ${var.prefix} for ${var.days} days",
          "selection": { "tagStatus": "tagged", "tagPrefixList": ["${var.prefix}"], "countType": "sinceImagePushed", "countUnit": "days", "countNumber": ${var.days} },
          "action": { "type": "expire" } }
      ]
    }
  POLICY
}
