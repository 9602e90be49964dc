variable "x" {}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = "team/text"
  policy     = "{ \"rules\": [ { \"rulePriority\": ${var.x}, \"description\": \"a ${var.x} b\", \"selection\": ${jsonencode(var.x)}, \"action\": { \"type\": \"${var.x}\" } } ${var.x} ] }"
}
