variable "stage" {
  type = string
}
variable "frozen" {
  type    = bool
  default = false
}
resource "aws_ecr_repository" "a" {
  name                 = var.frozen ? "frozen/a" : "moving/a"
  image_tag_mutability = { prod = "IMMUTABLE", dev = "MUTABLE" }[var.stage]
  image_scanning_configuration {
    scan_on_push = var.stage == "prod"
  }
}
resource "aws_ecr_lifecycle_policy" "a" {
  count      = var.frozen ? 0 : 1
  repository = aws_ecr_repository.a.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = var.stage == "prod" ? 100 : 20 }
      action       = { type = "expire" }
    }]
  })
}
