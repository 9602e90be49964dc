locals {
  repositories = {
    api   = { policy = { rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] }, text = "" }
    plain = { policy = null, text = "" }
    text  = { policy = null, text = "{\"rules\":[{\"rulePriority\":1,\"selection\":{\"tagStatus\":\"any\",\"countType\":\"imageCountMoreThan\",\"countNumber\":3},\"action\":{\"type\":\"expire\"}}]}" }
  }
}
variable "only" {
  type    = list(string)
  default = []
}
resource "aws_ecr_repository" "this" {
  for_each = local.repositories
  name     = "filtered/${each.key}"
}
resource "aws_ecr_lifecycle_policy" "encoded" {
  for_each   = { for name, r in local.repositories : name => r if r.policy != null }
  repository = aws_ecr_repository.this[each.key].name
  policy     = jsonencode(each.value.policy)
}
resource "aws_ecr_lifecycle_policy" "text" {
  for_each   = { for name, r in local.repositories : name => r if length(r.text) > 0 }
  repository = aws_ecr_repository.this[each.key].name
  policy     = each.value.text
}
resource "aws_ecr_lifecycle_policy" "chosen" {
  for_each   = { for name, r in local.repositories : name => r if contains(var.only, name) }
  repository = "${aws_ecr_repository.this[each.key].name}-copy"
  policy     = each.value.text
}
