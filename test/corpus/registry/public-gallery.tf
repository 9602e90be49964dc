provider "aws" {
  region = "us-east-1"
}

locals {
  tools = {
    cli    = { description = "The command line", systems = ["Linux"], architectures = ["ARM 64", "x86-64"] }
    docs   = { description = "The pages", systems = ["Linux", "Windows"], architectures = ["x86-64"] }
  }
}

resource "aws_ecrpublic_repository" "tool" {
  for_each        = local.tools
  repository_name = "acme/${each.key}"

  catalog_data {
    description       = each.value.description
    about_text        = "# ${title(each.key)}"
    operating_systems = each.value.systems
    architectures     = each.value.architectures
  }

  tags = { Tool = each.key }
}

resource "aws_ecrpublic_repository_policy" "push" {
  for_each        = aws_ecrpublic_repository.tool
  repository_name = each.value.repository_name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Push"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:role/release" }
      Action = [
        "ecr-public:BatchCheckLayerAvailability",
        "ecr-public:CompleteLayerUpload",
        "ecr-public:InitiateLayerUpload",
        "ecr-public:PutImage",
        "ecr-public:UploadLayerPart",
      ]
    }]
  })
}
