variable "prefixes" {
  type    = list(string)
  default = ["v"]
}
locals {
  patterns = ["release-*"]
  quoted   = join("\",\"", ["nightly"])
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "inside/json"
  policy     = <<POLICY
{
  "rules": [
    {
      "rulePriority": 1,
      "description": "Newest of ${join(" and ", var.prefixes)}",
      "selection": {
        "tagStatus": "tagged",
        "tagPrefixList": ${jsonencode(var.prefixes)},
        "countType": "imageCountMoreThan",
        "countNumber": 10
      },
      "action": { "type": "expire" }
    },
    {
      "rulePriority": 2,
      "selection": {
        "tagStatus": "tagged",
        "tagPatternList": ${jsonencode(local.patterns)},
        "countType": "imageCountMoreThan",
        "countNumber": 10
      },
      "action": ${jsonencode({ type = "expire" })}
    },
    {
      "rulePriority": 3,
      "selection": {
        "tagStatus": "tagged",
        "tagPrefixList": ["${local.quoted}"],
        "countType": "imageCountMoreThan",
        "countNumber": 10
      },
      "action": { "type": "${"expire"}" }
    }
  ]
}
POLICY
}
