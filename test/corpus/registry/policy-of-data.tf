data "aws_ecr_repository" "shared" {
  name = "shared/app"
}
resource "aws_ecr_repository" "own" {
  name = "own/app"
}
resource "aws_ecr_lifecycle_policy" "shared" {
  repository = data.aws_ecr_repository.shared.name
  policy     = file("${path.module}/policy.json")
}
