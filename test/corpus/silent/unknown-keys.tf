variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/keys"
  policy = jsonencode({ (var.x) = [], rules = [{ (var.x) = 1, rulePriority = 1, selection = { (var.x) = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { (var.x) = "expire" } }] })
}
