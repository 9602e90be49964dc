module "ecr" {
  source = "../../modules/ecr"
  file   = "policies/other.json"
}
resource "aws_ecr_lifecycle_policy" "shared" {
  repository = "paths/shared"
  policy     = file("${path.module}/../../shared/policy.json")
}
