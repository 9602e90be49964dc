resource "aws_ecr_lifecycle_policy" "p" {
  repository = data.aws_ssm_parameter.name.value
  policy     = data.aws_ssm_parameter.policy.value
}
data "aws_ssm_parameter" "name" { name = "/ecr/name" }
data "aws_ssm_parameter" "policy" { name = "/ecr/policy" }
