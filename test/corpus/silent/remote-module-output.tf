module "rules" {
  source  = "acme/lifecycle-rules/aws"
  version = "1.2.3"
}
resource "aws_ecr_lifecycle_policy" "p" {
  repository = module.rules.repository
  policy     = jsonencode({ rules = [module.rules.rule, module.rules.other[0]] })
}
