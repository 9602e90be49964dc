resource "aws_kms_key" "ecr" {
  description = "ECR"
}
resource "aws_iam_role" "template" {
  name               = "ecr-template"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecr.amazonaws.com" } }] })
}
resource "aws_ecr_repository_creation_template" "team" {
  prefix          = "team"
  applied_for     = ["CREATE_ON_PUSH"]
  custom_role_arn = aws_iam_role.template.arn
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.ecr.arn
  }
  resource_tags = {
    Team = "platform"
  }
}
