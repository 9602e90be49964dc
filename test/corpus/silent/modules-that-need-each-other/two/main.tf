variable "keep" {}
variable "label" {}
output "policy" {
  value = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.keep }, action = { type = "expire" } }] })
}
output "label" {
  value = "for ${var.label}"
}
