provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = {
      Project   = "shop"
      ManagedBy = "terraform"
    }
  }
}
resource "aws_ecr_repository" "app" {
  name = "shop/app"
  tags = { Project = "shop" }
}
resource "aws_ecr_lifecycle_policy" "app" {
  repository = aws_ecr_repository.app.id
  policy     = file("${path.module}/policy.json")
}
