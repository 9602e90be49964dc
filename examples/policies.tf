# The usual spelling: an object that Terraform encodes.
resource "aws_ecr_lifecycle_policy" "service" {
  for_each = aws_ecr_repository.service

  repository = each.value.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Keep the ${var.releases_to_keep} newest releases"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["v*"]
          countType      = "imageCountMoreThan"
          countNumber    = var.releases_to_keep
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Expire untagged images after 14 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 3
        description  = "Expire all other images after 60 days"
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 60
        }
        action = { type = "expire" }
      },
    ]
  })
}

# The same thing as JSON text.
resource "aws_ecr_lifecycle_policy" "base" {
  repository = aws_ecr_repository.base.name

  policy = <<-EOT
    {
      "rules": [
        {
          "rulePriority": 1,
          "description": "Keep the 10 newest development images",
          "selection": {
            "tagStatus": "tagged",
            "tagPrefixList": ["dev-"],
            "countType": "imageCountMoreThan",
            "countNumber": 10
          },
          "action": { "type": "expire" }
        },
        {
          "rulePriority": 2,
          "description": "Keep the 30 newest of the rest",
          "selection": {
            "tagStatus": "any",
            "countType": "imageCountMoreThan",
            "countNumber": 30
          },
          "action": { "type": "expire" }
        }
      ]
    }
  EOT
}

locals {
  keep_newest_images = {
    rulePriority = 1
    description  = "Keep the 25 newest images"
    selection = {
      tagStatus   = "any"
      countType   = "imageCountMoreThan"
      countNumber = 25
    }
    action = { type = "expire" }
  }
}

resource "aws_ecr_lifecycle_policy" "legacy" {
  repository = aws_ecr_repository.legacy.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# Large images: archived when nobody pulls them, deleted from the archive after another half a year.
data "aws_ecr_lifecycle_policy_document" "models" {
  rule {
    priority    = 1
    description = "Expire untagged images after 7 days"

    selection {
      tag_status   = "untagged"
      count_type   = "sinceImagePushed"
      count_unit   = "days"
      count_number = 7
    }

    action {
      type = "expire"
    }
  }

  rule {
    priority    = 2
    description = "Archive images not pulled for 90 days"

    selection {
      tag_status   = "any"
      count_type   = "sinceImagePulled"
      count_unit   = "days"
      count_number = 90
    }

    action {
      type                 = "transition"
      target_storage_class = "archive"
    }
  }

  rule {
    priority    = 3
    description = "Expire images archived for 180 days"

    selection {
      tag_status    = "any"
      storage_class = "archive"
      count_type    = "sinceImageTransitioned"
      count_unit    = "days"
      count_number  = 180
    }

    action {
      type = "expire"
    }
  }
}

resource "aws_ecr_lifecycle_policy" "models" {
  repository = aws_ecr_repository.models.name
  policy     = data.aws_ecr_lifecycle_policy_document.models.json
}
