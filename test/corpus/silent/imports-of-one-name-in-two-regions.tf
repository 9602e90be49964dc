provider "aws" {
  alias  = "east"
  region = "us-east-1"
}
resource "aws_ecr_repository" "home" {
  name = "two-regions/app"
}
resource "aws_ecr_repository" "east" {
  provider = aws.east
  name     = "two-regions/app"
}
import {
  to = aws_ecr_repository.home
  id = "two-regions/app"
}
import {
  provider = aws.east
  to       = aws_ecr_repository.east
  id       = "two-regions/app"
}
variable "old" {
  type    = bool
  default = true
}
resource "aws_ecr_repository" "maybe" {
  count = var.old ? 1 : 0
  name  = "two-regions/old"
}
import {
  for_each = var.old ? toset(["two-regions/old"]) : []
  to       = aws_ecr_repository.maybe[0]
  id       = each.value
}
