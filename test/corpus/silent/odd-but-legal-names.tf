resource "aws_ecr_repository" "digits" {
  name = "0ad/server.build_2"
}
resource "aws_ecr_repository" "doubled" {
  name = "team/a__b/c--d"
}
resource "aws_ecr_repository" "formatted" {
  name = format("%s/%s", lower(var.team), "app")
}
resource "aws_ecr_repository" "replaced" {
  name = replace(lower(var.team), "/[^a-z0-9]/", "-")
}
variable "team" {}
