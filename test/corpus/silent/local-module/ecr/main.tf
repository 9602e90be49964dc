variable "name" { type = string }
variable "keep" {
  type    = number
  default = 10
}
variable "prefixes" {
  type    = list(string)
  default = ["v"]
}
resource "aws_ecr_repository" "this" {
  name = var.name
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = jsonencode({
    rules = [for index, prefix in var.prefixes : {
      rulePriority = index + 1
      selection    = { tagStatus = "tagged", tagPrefixList = [prefix], countType = "imageCountMoreThan", countNumber = var.keep }
      action       = { type = "expire" }
    }]
  })
}
output "policy" {
  value = aws_ecr_lifecycle_policy.this.policy
}
