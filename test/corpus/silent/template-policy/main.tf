variable "keep" { type = number }
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/template"
  policy = templatefile("${path.module}/policy.json.tftpl", { keep = var.keep, prefixes = ["a", "b"] })
}
