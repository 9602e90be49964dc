locals {
  settings = {
    BASIC_SCAN_TYPE_VERSION = "AWS_NATIVE"
    REGISTRY_POLICY_SCOPE   = "V2"
    BLOB_MOUNTING           = "ENABLED"
  }
  regions = toset(["eu-west-1", "eu-central-1"])
  wanted  = { for pair in setproduct(local.regions, keys(local.settings)) : join("/", pair) => pair }
}

resource "aws_ecr_account_setting" "this" {
  for_each = local.wanted
  region   = each.value[0]
  name     = each.value[1]
  value    = local.settings[each.value[1]]
}
