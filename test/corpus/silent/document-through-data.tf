# The text passes through other resources before it is a policy.
resource "terraform_data" "policy" {
  input = jsonencode({ rules = [] })
}
data "local_file" "policy" {
  filename = "${path.module}/policy.json"
}
data "http" "policy" {
  url = "https://example.com/policy.json"
}
resource "aws_ecr_lifecycle_policy" "one" {
  repository = "through/one"
  policy     = terraform_data.policy.output
}
resource "aws_ecr_lifecycle_policy" "two" {
  repository = "through/two"
  policy     = data.local_file.policy.content
}
resource "aws_ecr_lifecycle_policy" "three" {
  repository = "through/three"
  policy     = data.http.policy.response_body
}
check "policy" {
  assert {
    condition     = length(jsondecode(aws_ecr_lifecycle_policy.one.policy).rules) > 0
    error_message = "There are no rules."
  }
}
output "rules" {
  value = jsondecode(aws_ecr_lifecycle_policy.two.policy)["rules"][*].rulePriority
}
