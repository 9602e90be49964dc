# Terraform turns the text into the number that the type asks for.
variable "days" {
  type    = number
  default = "14"
}
variable "keep" {
  default = "25"
}
resource "aws_ecr_lifecycle_policy" "encoded" {
  repository = "numbers/encoded"
  policy = jsonencode({ rules = [
    { rulePriority = 1, selection = { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = var.days }, action = { type = "expire" } },
    { rulePriority = tonumber("2"), selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = tonumber(var.keep) }, action = { type = "expire" } },
  ] })
}
resource "aws_ecr_lifecycle_policy" "text" {
  repository = "numbers/text"
  policy     = <<JSON
{"rules":[{"rulePriority":${"1"},"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":${var.keep}},"action":{"type":"expire"}}]}
JSON
}
