resource "aws_ecr_registry_scanning_configuration" "main" {
  scan_type = "ENHANCED"

  rule {
    scan_frequency = "SCAN_ON_PUSH"
    repository_filter {
      filter      = "*"
      filter_type = "WILDCARD"
    }
  }

  rule {
    scan_frequency = "CONTINUOUS_SCAN"
    repository_filter {
      filter      = "production/*"
      filter_type = "WILDCARD"
    }
  }
}

resource "aws_ecr_replication_configuration" "main" {
  replication_configuration {
    dynamic "rule" {
      for_each = var.replication

      content {
        destination {
          region      = rule.value.region
          registry_id = rule.value.account_id
        }

        dynamic "repository_filter" {
          for_each = rule.value.filters
          content {
            filter      = repository_filter.value.prefix
            filter_type = "PREFIX_MATCH"
          }
        }
      }
    }
  }
}

resource "aws_ecr_pull_through_cache_rule" "docker_hub" {
  ecr_repository_prefix = "docker-hub"
  upstream_registry_url = "registry-1.docker.io"
  credential_arn        = aws_secretsmanager_secret.docker_hub.arn
}

resource "aws_secretsmanager_secret" "docker_hub" {
  name                    = "ecr-pullthroughcache/docker-hub"
  recovery_window_in_days = 7
}

resource "aws_ecr_repository_creation_template" "cache" {
  prefix               = "docker-hub"
  description          = "Repositories made by the cache"
  image_tag_mutability = "IMMUTABLE"
  applied_for          = ["PULL_THROUGH_CACHE"]

  encryption_configuration {
    encryption_type = "AES256"
  }

  lifecycle_policy = jsonencode({
    rules = [{
      rulePriority = 1
      selection = {
        tagStatus   = "any"
        countType   = "sinceImagePushed"
        countUnit   = "days"
        countNumber = 90
      }
      action = { type = "expire" }
    }]
  })

  resource_tags = { Source = "cache" } // applied to each repository
}

resource "aws_ecr_registry_policy" "main" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Replicate"
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${var.source_account}:root" }
        Action    = ["ecr:CreateRepository", "ecr:ReplicateImage"]
        Resource  = "arn:aws:ecr:${var.region}:${data.aws_caller_identity.current.account_id}:repository/*"
      },
    ]
  })
}

data "aws_caller_identity" "current" {}

resource "aws_ecr_account_setting" "basic" {
  name  = "BASIC_SCAN_TYPE_VERSION"
  value = "AWS_NATIVE"
}
