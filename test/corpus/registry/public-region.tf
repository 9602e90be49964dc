terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}
provider "aws" {
  region = "eu-west-2"
}
resource "aws_ecrpublic_repository" "tool" {
  region          = "us-east-1"
  repository_name = "tools/one"
}
data "aws_ecrpublic_authorization_token" "token" {
  region = "us-east-1"
}
