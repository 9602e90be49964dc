terraform {
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      configuration_aliases = [aws.us_east_1]
    }
  }
}
variable "name" { type = string }
resource "aws_ecrpublic_repository" "this" {
  provider        = aws.us_east_1
  repository_name = var.name
}
