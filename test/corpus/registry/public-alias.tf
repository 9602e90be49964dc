provider "aws" {
  region = "eu-west-2"
}
provider "aws" {
  alias  = "us_east_1"
  region = "us-east-1"
}
resource "aws_ecrpublic_repository" "tool" {
  provider        = aws.us_east_1
  repository_name = "tool"
  catalog_data {
    about_text        = "What it is"
    architectures     = ["ARM 64", "x86-64"]
    description       = "A tool"
    logo_image_blob   = filebase64("${path.module}/logo.png")
    operating_systems = ["Linux"]
    usage_text        = file("${path.module}/usage.md")
  }
  tags = { env = "production" }
}
resource "aws_ecrpublic_repository_policy" "tool" {
  provider        = aws.us_east_1
  repository_name = aws_ecrpublic_repository.tool.repository_name
  policy          = data.aws_iam_policy_document.tool.json
}
data "aws_iam_policy_document" "tool" {
  statement {
    effect = "Allow"
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:role/ci"]
    }
    actions = ["ecr-public:BatchCheckLayerAvailability", "ecr-public:PutImage", "ecr-public:InitiateLayerUpload", "ecr-public:UploadLayerPart", "ecr-public:CompleteLayerUpload"]
  }
}
