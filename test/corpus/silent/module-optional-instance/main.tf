variable "enabled" {
  type = bool
}
module "policy" {
  source = "./policy"
  count  = var.enabled ? 1 : 0
}
resource "aws_ecr_repository" "this" {
  name                 = "optional/instance"
  image_tag_mutability = "IMMUTABLE"
  image_scanning_configuration {
    scan_on_push = true
  }
}
resource "aws_ecr_lifecycle_policy" "this" {
  count      = var.enabled ? 1 : 0
  repository = aws_ecr_repository.this.name
  policy     = one(module.policy[*].json)
}
resource "aws_ecr_lifecycle_policy" "joined" {
  count      = length(module.policy)
  repository = "optional/other"
  policy     = join("", module.policy.*.json)
}
