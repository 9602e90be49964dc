data "template_file" "rule" {
  count    = "${length(var.prefixes)}"
  template = "${file("${path.module}/rule.json")}"
  vars = {
    priority = "${count.index + 1}"
    prefix   = "${element(var.prefixes, count.index)}"
  }
}
variable "prefixes" {
  type    = "list"
  default = ["v", "dev"]
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "template/data"
  policy     = "{\"rules\":[${join(",", data.template_file.rule.*.rendered)}]}"
}
