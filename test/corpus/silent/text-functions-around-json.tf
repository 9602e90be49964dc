locals {
  template = "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"any\",\"countType\":\"imageCountMoreThan\",\"countNumber\":COUNT},\"action\":{\"type\":\"expire\"}}]}"
}
resource "aws_ecr_lifecycle_policy" "replaced" {
  repository = "text/replaced"
  policy     = replace(local.template, "COUNT", "15")
}
resource "aws_ecr_lifecycle_policy" "trimmed" {
  repository = "text/trimmed"
  policy = trimspace(<<-X
    {"rules":[{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":4},"action":{"type":"expire"}}]}
  X
  )
}
resource "aws_ecr_lifecycle_policy" "normalised" {
  repository = "text/normalised"
  policy = jsonencode(jsondecode(<<X
{ "rules": [ { "rulePriority": 1, "selection": { "tagStatus": "untagged", "countType": "imageCountMoreThan", "countNumber": 4 }, "action": { "type": "expire" } } ] }
X
  ))
}
resource "aws_ecr_lifecycle_policy" "formatted" {
  repository = "text/formatted"
  policy     = format("{\"rules\":[{\"rulePriority\":%d,\"selection\":{\"tagStatus\":\"%s\",\"countType\":\"imageCountMoreThan\",\"countNumber\":%d},\"action\":{\"type\":\"expire\"}}]}", 1, "any", 30)
}
resource "aws_ecr_lifecycle_policy" "decoded" {
  repository = "text/decoded"
  policy     = base64decode("eyJydWxlcyI6W119")
  count      = 0
}
