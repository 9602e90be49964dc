variable "environment" { type = string }
locals {
  tags = {
    Name                = "team/app: images"
    "cost-centre"       = "4711 / 0815"
    "app.kubernetes.io" = "x+y=z"
    Owner               = "team@example.org"
    Größe               = "groß"
    Environment         = title(var.environment)
  }
}
resource "aws_ecr_repository" "app" {
  name                 = "team/app"
  image_tag_mutability = "IMMUTABLE"
  tags                 = merge(local.tags, { Component = "app" })
  image_scanning_configuration {
    scan_on_push = true
  }
}
