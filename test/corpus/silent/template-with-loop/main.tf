resource "aws_ecr_lifecycle_policy" "p" {
  repository = "template/loop"
  policy = templatefile("${path.module}/rules.json.tftpl", {
    prefixes = ["v", "rc-", "dev-"]
    keep     = { "v" = 100 }
    last     = true
  })
}
resource "aws_ecr_lifecycle_policy" "q" {
  repository = "template/encoded"
  policy     = templatefile("${path.module}/encoded.tftpl", { keep = 7, status = "any" })
}
