locals {
  existing = { api = "legacy/api", web = "legacy/web" }
}
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
variable "prefix" {
  default = "legacy"
}
resource "aws_ecr_repository" "many" {
  for_each = local.existing
  name     = each.value
}
resource "aws_ecr_lifecycle_policy" "many" {
  for_each   = aws_ecr_repository.many
  repository = each.value.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
resource "aws_ecr_repository" "counted" {
  count = 2
  name  = "counted/${count.index}"
}
resource "aws_ecr_repository" "west" {
  provider = aws.west
  name     = "${var.prefix}/west"
}
module "child" {
  source = "./child"
  name   = "${var.prefix}/child"
}
import {
  for_each = local.existing
  to       = aws_ecr_repository.many[each.key]
  id       = each.value
}
import {
  for_each = local.existing
  to       = aws_ecr_lifecycle_policy.many[each.key]
  identity = { repository = each.value }
}
import {
  to = aws_ecr_repository.counted[1]
  id = "counted/1"
}
import {
  provider = aws.west
  to       = aws_ecr_repository.west
  id       = "${var.prefix}/west"
}
import {
  to = module.child.aws_ecr_repository.this[0]
  id = "${var.prefix}/child"
}
moved {
  from = aws_ecr_repository.old
  to   = aws_ecr_repository.many["api"]
}
removed {
  from = aws_ecr_lifecycle_policy.gone
  lifecycle {
    destroy = false
  }
}
