# A settings map of mixed shapes, as modules with an input of type any take it.
module "repositories" {
  source = "git::https://example.com/ecr.git"
  repositories = {
    "a" = { lifecycle_policy = "" }
    "b" = { lifecycle_policy = { rules = [] } }
    "c" = { lifecycle_policy = file("${path.module}/c.json"), rulePriority = "x" }
  }
  lifecycle_policy            = ""
  repository_lifecycle_policy = ""
  policy                      = "{"
}
resource "aws_ecrpublic_repository" "p" {
  repository_name = "public-name"
  provider        = aws.us_east_1
}
resource "google_artifact_registry_repository" "g" {
  cleanup_policies {
    id     = "keep"
    action = "KEEP"
  }
}
resource "aws_ecr_repository_policy" "p" {
  repository = "xy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "ecr:DescribeImages"
    }
  })
}
resource "aws_ecr_registry_policy" "p" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "ecr:DescribeImages"
      Resource  = "*"
    }
  })
}
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}
