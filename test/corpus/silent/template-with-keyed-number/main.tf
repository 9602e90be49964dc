variable "size" {
  type = string
}
resource "aws_ecr_repository" "this" {
  name                 = "keyed/number"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name
  policy = templatefile("${path.module}/policy.json.tftpl", {
    keep     = { small = 5, large = 50 }[var.size]
    prefixes = ["v", "release"]
  })
}
