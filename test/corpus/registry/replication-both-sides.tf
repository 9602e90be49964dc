provider "aws" {
  region = "eu-west-1"
}
provider "aws" {
  alias  = "dr"
  region = "eu-central-1"
  assume_role {
    role_arn = "arn:aws:iam::444455556666:role/terraform"
  }
}
data "aws_caller_identity" "current" {}
data "aws_caller_identity" "dr" {
  provider = aws.dr
}
resource "aws_ecr_replication_configuration" "this" {
  replication_configuration {
    rule {
      destination {
        region      = "eu-central-1"
        registry_id = data.aws_caller_identity.dr.account_id
      }
    }
  }
}
resource "aws_ecr_registry_policy" "dr" {
  provider = aws.dr
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Replication"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
      Action    = ["ecr:CreateRepository", "ecr:ReplicateImage"]
      Resource  = "arn:aws:ecr:eu-central-1:${data.aws_caller_identity.dr.account_id}:repository/*"
    }]
  })
}
