variable "keep" {
  type = number
}
output "json" {
  value = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" } }] })
}
