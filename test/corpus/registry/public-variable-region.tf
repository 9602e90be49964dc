variable "region" { default = "us-east-1" }
provider "aws" {
  region = var.region
}
resource "aws_ecrpublic_repository" "tool" {
  repository_name = "tool"
}
