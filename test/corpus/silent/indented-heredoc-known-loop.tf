locals {
  keep = { prod = 50, stage = 10 }
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/known"
  policy = <<-EOT
  { "rules": [
  %{~ for name, count in local.keep }
    { "rulePriority": ${index(keys(local.keep), name) + 1}, "selection": { "tagStatus": "tagged", "tagPrefixList": ["${name}-"], "countType": "imageCountMoreThan", "countNumber": ${count} }, "action": { "type": "expire" } }%{ if name != "stage" },%{ endif }
  %{~ endfor }
  ] }
  EOT
}
