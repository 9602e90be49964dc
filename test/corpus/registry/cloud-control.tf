resource "awscc_ecr_repository" "app" {
  repository_name      = "shop/cloud"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  image_tag_mutability_exclusion_filters = [{
    image_tag_mutability_exclusion_filter_type  = "WILDCARD"
    image_tag_mutability_exclusion_filter_value = "latest*"
  }]
  image_scanning_configuration = { scan_on_push = true }
  empty_on_delete              = false
  tags                         = [{ key = "Team", value = "shop" }]
}

resource "awscc_ecr_pull_through_cache_rule" "quay" {
  ecr_repository_prefix = "quay"
  upstream_registry     = "quay"
  upstream_registry_url = "quay.io"
}

resource "awscc_ecr_registry_scanning_configuration" "this" {
  scan_type = "BASIC"
  rules = [{
    scan_frequency     = "SCAN_ON_PUSH"
    repository_filters = [{ filter = "*", filter_type = "WILDCARD" }]
  }]
}

output "uri" {
  value = awscc_ecr_repository.app.repository_uri
}
