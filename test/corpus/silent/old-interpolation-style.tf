resource "aws_ecr_repository" "app" {
  name = "${var.namespace}/${var.name}"
  tags = "${merge(map("Name", var.name), var.tags)}"
}
variable "namespace" {}
variable "name" {}
variable "tags" { type = "map" }
resource "aws_ecr_lifecycle_policy" "app" {
  repository = "${aws_ecr_repository.app.name}"
  policy     = "${data.template_file.policy.rendered}"
}
data "template_file" "policy" {
  template = "${file("${path.module}/policy.json.tpl")}"
}
