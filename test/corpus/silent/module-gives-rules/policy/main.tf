variable "keep" {
  type = number
}

output "rules" {
  value = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" } }]
}
