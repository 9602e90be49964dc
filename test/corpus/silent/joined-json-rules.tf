# The rules are made one by one as text and put together.
locals {
  prefixes = ["v", "rc"]
  rules = [for i, p in local.prefixes : jsonencode({
    rulePriority = i + 1
    selection    = { tagStatus = "tagged", tagPrefixList = [p], countType = "imageCountMoreThan", countNumber = 5 }
    action       = { type = "expire" }
  })]
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "joined/rules"
  policy     = <<-EOT
    {
      "rules": [${join(",", local.rules)}]
    }
  EOT
}
resource "aws_ecr_lifecycle_policy" "q" {
  repository = "joined/text"
  policy     = "{\"rules\":[${join(", ", [for n, s in { "1" = "untagged", "2" = "any" } : "{\"rulePriority\":${n},\"selection\":{\"tagStatus\":\"${s}\",\"countType\":\"imageCountMoreThan\",\"countNumber\":${n * 10}},\"action\":{\"type\":\"expire\"}}"])}]}"
}
