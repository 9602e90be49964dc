variable "prefixes" {
  type = list(string)
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/directives"
  policy     = <<-POLICY
    {
      "rules": [
        %{for index, prefix in var.prefixes~}
        { "rulePriority": ${index + 1}, "selection": { "tagStatus": "tagged", "tagPrefixList": ["${prefix}"], "countType": "imageCountMoreThan", "countNumber": 5 }, "action": { "type": "expire" } },
        %{endfor~}
        { "rulePriority": 900, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 50 }, "action": { "type": "expire" } }
      ]
    }
  POLICY
}
