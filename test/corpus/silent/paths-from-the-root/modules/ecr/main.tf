variable "file" {
  type = string
}
# Paths without path.module count from where Terraform is started.
resource "aws_ecr_lifecycle_policy" "started" {
  repository = "paths/started"
  policy     = file("policies/dev.json")
}
resource "aws_ecr_lifecycle_policy" "root" {
  repository = "paths/root"
  policy     = file("${path.root}/policies/dev.json")
}
resource "aws_ecr_lifecycle_policy" "given" {
  repository = "paths/given"
  policy     = file(var.file)
}
resource "aws_ecr_lifecycle_policy" "cwd" {
  repository = "paths/cwd"
  policy     = templatefile("${path.cwd}/policies/dev.json", {})
}
