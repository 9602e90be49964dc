# Container image repositories of the shop, one per service.

locals {
  services = {
    cart = {
      immutable    = true
      scan_on_push = true
      keep         = 30
    }
    checkout = {
      immutable    = true
      scan_on_push = true
      keep         = 50
    }
    search = {
      immutable    = false
      scan_on_push = false
      keep         = 10
    }
  }

  protected_prefixes = ["release-", "hotfix-"]
  name_prefix        = "${var.organisation}/${var.environment}"
}

resource "aws_kms_key" "images" {
  description             = "Encrypts container images of ${var.environment}"
  deletion_window_in_days = 14
  enable_key_rotation     = true

  tags = merge(var.tags, {
    Purpose = "ecr"
  })
}

resource "aws_kms_alias" "images" {
  name          = "alias/${var.environment}-images"
  target_key_id = aws_kms_key.images.key_id
}

resource "aws_ecr_repository" "service" {
  for_each = local.services

  name                 = "${local.name_prefix}/${each.key}"
  image_tag_mutability = each.value.immutable ? "IMMUTABLE" : "MUTABLE"
  force_delete         = var.environment != "production"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.images.arn
  }

  image_scanning_configuration {
    scan_on_push = each.value.scan_on_push
  }

  lifecycle {
    prevent_destroy = false
    ignore_changes  = [tags["LastDeployed"]]
  }

  tags = merge(var.tags, { Service = each.key })
}

resource "aws_ecr_lifecycle_policy" "service" {
  for_each   = local.services
  repository = aws_ecr_repository.service[each.key].name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Keep release images"
        selection = {
          tagStatus     = "tagged"
          tagPrefixList = local.protected_prefixes
          countType     = "imageCountMoreThan"
          countNumber   = each.value.keep
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        description  = "Expire untagged images after two weeks"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 3
        selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 200 }
        action       = { type = "expire" }
      },
    ]
  })
}

output "repository_urls" {
  description = "Address of each service's repository"
  value       = { for name, repository in aws_ecr_repository.service : name => repository.repository_url }
}
