variable "settings" {
  type    = map(any)
  default = {}
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = lookup(var.settings, "name", "team/lookup")
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = tonumber(lookup(var.settings, "keep", 30))
      }
      action = { type = "expire" }
    }]
  })
}
