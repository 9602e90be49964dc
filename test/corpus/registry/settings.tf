resource "aws_ecr_account_setting" "scanner" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "AWS_NATIVE"
}
resource "aws_ecr_account_setting" "scope" {
  name  = "REGISTRY_POLICY_SCOPE"
  value = "V2"
}
resource "aws_ecr_account_setting" "blobs" {
  name  = "BLOB_MOUNTING"
  value = "ENABLED"
}
