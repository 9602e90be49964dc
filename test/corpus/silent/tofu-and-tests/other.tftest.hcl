variables {
  send = false
}
mock_provider "aws" {}
run "nothing_is_sent" {
  command = plan
  assert {
    condition     = length(aws_ecr_lifecycle_policy.this) == 0
    error_message = "No policy was asked for."
  }
}
