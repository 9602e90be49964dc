resource "aws_ecr_repository" "legacy" {
  name                 = "legacy/monolith"
  image_tag_mutability = "MUTABLE_WITH_EXCLUSION"

  image_tag_mutability_exclusion_filter {
    filter      = "v*"
    filter_type = "WILDCARD"
  }
}

resource "aws_ecr_lifecycle_policy" "legacy" {
  repository = aws_ecr_repository.legacy.name

  policy = <<EOF
{
  "rules": [
    {
      "rulePriority": 1,
      "description": "Expire images older than 30 days",
      "selection": {
        "tagStatus": "untagged",
        "countType": "sinceImagePushed",
        "countUnit": "days",
        "countNumber": 30
      },
      "action": {
        "type": "expire"
      }
    }
  ]
}
EOF
}

resource "aws_ecr_lifecycle_policy" "staging" {
  repository = aws_ecr_repository.staging.name
  policy     = <<-POLICY
    {
      "rules": [
        {
          "rulePriority": ${var.first_priority},
          "selection": {
            "tagStatus": "tagged",
            "tagPatternList": ["staging-*"],
            "countType": "imageCountMoreThan",
            "countNumber": ${max(5, var.keep)}
          },
          "action": { "type": "expire" }
        }
      ]
    }
  POLICY
}

resource "aws_ecr_repository" "staging" {
  name = "staging/monolith"
  tags = {
    Name  = "staging"
    Owner = "platform"
  }
}

resource "aws_ecr_repository_policy" "staging" {
  repository = aws_ecr_repository.staging.name
  policy     = data.aws_iam_policy_document.pull.json
}

data "aws_iam_policy_document" "pull" {
  statement {
    sid    = "AllowPull"
    effect = "Allow"
    actions = [
      "ecr:GetDownloadUrlForLayer",
      "ecr:BatchGetImage",
      "ecr:BatchCheckLayerAvailability",
    ]

    principals {
      type        = "AWS"
      identifiers = [for account in var.accounts : "arn:aws:iam::${account}:root"]
    }
  }
}

data "aws_ecr_lifecycle_policy_document" "shared" {
  rule {
    priority    = 1
    description = "Keep the last ${var.keep} images"

    selection {
      tag_status       = "tagged"
      tag_pattern_list = ["prod*", "qa*"]
      count_type       = "imageCountMoreThan"
      count_number     = var.keep
    }

    action {
      type = "expire"
    }
  }
}
