variable "name" {
  default = "called/app"
}
variable "enabled" {
  default = true
}
variable "policy" {
  type    = string
  default = <<-JSON
    { "rules": [{ "rulePriority": 1, "selection": { "tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": 3 }, "action": { "type": "expire" } }] }
  JSON
}
resource "aws_ecr_repository" "this" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "this" {
  count      = var.enabled && var.policy != "" ? 1 : 0
  repository = var.name
  policy     = var.policy
}
