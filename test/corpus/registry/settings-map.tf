locals {
  settings = {
    BASIC_SCAN_TYPE_VERSION = "AWS_NATIVE"
    BLOB_MOUNTING           = "DISABLED"
  }
}
resource "aws_ecr_account_setting" "this" {
  for_each = local.settings
  name     = each.key
  value    = each.value
}
