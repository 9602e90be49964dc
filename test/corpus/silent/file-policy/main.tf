resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/file"
  policy     = file("${path.module}/policies/default.json")
}
resource "aws_ecr_lifecycle_policy" "q" {
  repository = "team/file-two"
  policy     = trimspace(file("policies/default.json"))
}
