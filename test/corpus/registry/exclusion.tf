data "aws_caller_identity" "current" {}
resource "aws_ecr_pull_time_update_exclusion" "scanner" {
  for_each      = toset(["security/scanner", "mirror"])
  principal_arn = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:role/${each.key}"
}
