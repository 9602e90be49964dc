data "aws_ecr_lifecycle_policy_document" "cache" {
  rule {
    priority    = 1
    description = "Forget what was cached a month ago"
    selection {
      tag_status   = "any"
      count_type   = "sinceImagePushed"
      count_unit   = "days"
      count_number = 30
    }
  }
}

locals {
  templates = {
    ROOT       = { of = ["CREATE_ON_PUSH", "REPLICATION"], tags = "IMMUTABLE" }
    docker-hub = { of = ["PULL_THROUGH_CACHE"], tags = "MUTABLE" }
  }
}

resource "aws_ecr_repository_creation_template" "this" {
  for_each             = local.templates
  prefix               = each.key
  description          = "Made for ${each.key}"
  applied_for          = each.value.of
  image_tag_mutability = each.value.tags
  lifecycle_policy     = contains(each.value.of, "PULL_THROUGH_CACHE") ? data.aws_ecr_lifecycle_policy_document.cache.json : null

  encryption_configuration {
    encryption_type = "AES256"
  }
}

data "aws_ecr_repository_creation_template" "root" {
  prefix = aws_ecr_repository_creation_template.this["ROOT"].prefix
}
