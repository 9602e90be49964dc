variable "lifecycle_policy" {
  description = "JSON of the policy"
  type        = string
}
resource "aws_ecr_lifecycle_policy" "this" {
  repository = "team/variable"
  policy     = var.lifecycle_policy
}
