variable "x" {}
variable "list" { type = list(string) }

resource "aws_ecr_lifecycle_policy" "p" {
  repository = "unknown/merged-over"
  policy = jsonencode(merge({ rules = [] }, var.x))
}
