# Each block below holds one mistake. Nearly all of them pass terraform plan; Amazon ECR then refuses them at apply, or
# accepts them and does nothing. The other files of this folder are right.

# Two rules claim the same priority.
resource "aws_ecr_lifecycle_policy" "duplicate_priority" {
  repository = "mistakes/duplicate-priority"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
    ]
  })
}

# Days are meant, but nothing says so.
resource "aws_ecr_lifecycle_policy" "missing_unit" {
  repository = "mistakes/missing-unit"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countNumber = 90
        }
        action = { type = "expire" }
      },
    ]
  })
}

# A number of images has no unit.
resource "aws_ecr_lifecycle_policy" "needless_unit" {
  repository = "mistakes/needless-unit"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countUnit   = "days"
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}

# The rule for any image must have the largest priority.
resource "aws_ecr_lifecycle_policy" "any_first" {
  repository = "mistakes/any-first"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
    ]
  })
}

# Only one rule may select any image.
resource "aws_ecr_lifecycle_policy" "any_twice" {
  repository = "mistakes/any-twice"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "any"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 90
        }
        action = { type = "expire" }
      },
    ]
  })
}

# Only one rule may select untagged images.
resource "aws_ecr_lifecycle_policy" "untagged_twice" {
  repository = "mistakes/untagged-twice"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "untagged"
          countType   = "imageCountMoreThan"
          countNumber = 5
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 3
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
    ]
  })
}

# Tagged, but with which tags?
resource "aws_ecr_lifecycle_policy" "tagged_without_list" {
  repository = "mistakes/tagged-without-list"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "tagged"
          countType   = "imageCountMoreThan"
          countNumber = 30
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
    ]
  })
}

# Either patterns or prefixes, not both.
resource "aws_ecr_lifecycle_policy" "both_lists" {
  repository = "mistakes/both-lists"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["v*"]
          tagPrefixList  = ["v"]
          countType      = "imageCountMoreThan"
          countNumber    = 30
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
    ]
  })
}

# An untagged image has no tag that could start with anything.
resource "aws_ecr_lifecycle_policy" "prefix_of_untagged" {
  repository = "mistakes/prefix-of-untagged"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus     = "untagged"
          tagPrefixList = ["dev-"]
          countType     = "sinceImagePushed"
          countUnit     = "days"
          countNumber   = 14
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
        action = { type = "expire" }
      },
    ]
  })
}

# A value that is nearly right.
resource "aws_ecr_lifecycle_policy" "misspelt_value" {
  repository = "mistakes/misspelt-value"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThen"
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}

# A number in quotes is a string.
resource "aws_ecr_lifecycle_policy" "quoted_number" {
  repository = "mistakes/quoted-number"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = "30"
        }
        action = { type = "expire" }
      },
    ]
  })
}

# At least one image has to stay.
resource "aws_ecr_lifecycle_policy" "zero" {
  repository = "mistakes/zero"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 0
        }
        action = { type = "expire" }
      },
    ]
  })
}

# null is sent as null and refused: leave the key out.
resource "aws_ecr_lifecycle_policy" "null_value" {
  repository = "mistakes/null-value"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countUnit   = null
          countNumber = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}

# The data source writes count_number, the JSON countNumber.
resource "aws_ecr_lifecycle_policy" "snake_case" {
  repository = "mistakes/snake-case"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus    = "any"
          countType    = "imageCountMoreThan"
          count_number = 30
        }
        action = { type = "expire" }
      },
    ]
  })
}

# Nothing says what to do with the images.
resource "aws_ecr_lifecycle_policy" "missing_action" {
  repository = "mistakes/missing-action"

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 50
        }
      },
    ]
  })
}

# JSON has no comma before a closing brace.
resource "aws_ecr_lifecycle_policy" "trailing_comma" {
  repository = "mistakes/trailing-comma"

  policy = <<-EOT
    {
      "rules": [
        {
          "rulePriority": 1,
          "selection": {
            "tagStatus": "any",
            "countType": "imageCountMoreThan",
            "countNumber": 30,
          },
          "action": { "type": "expire" }
        }
      ]
    }
  EOT
}

# No lifecycle policy anywhere: this repository only grows.
resource "aws_ecr_repository" "forgotten" {
  name                 = "mistakes/forgotten"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

# One letter short.
resource "aws_ecr_repository" "misspelt_mutability" {
  name                 = "mistakes/misspelt-mutability"
  image_tag_mutability = "IMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "misspelt_mutability" {
  repository = aws_ecr_repository.misspelt_mutability.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# Excluded are those that no filter names.
resource "aws_ecr_repository" "missing_filter" {
  name                 = "mistakes/missing-filter"
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "missing_filter" {
  repository = aws_ecr_repository.missing_filter.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# A filter excludes nothing from plain IMMUTABLE.
resource "aws_ecr_repository" "needless_filter" {
  name                 = "mistakes/needless-filter"
  image_tag_mutability = "IMMUTABLE"

  image_tag_mutability_exclusion_filter {
    filter      = "latest"
    filter_type = "WILDCARD"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "needless_filter" {
  repository = aws_ecr_repository.needless_filter.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# An address is written without quotes.
import {
  to = "aws_ecr_repository.forgotten"
  id = "mistakes/forgotten"
}

# Names have no capitals.
resource "aws_ecr_repository" "capitals" {
  name                 = "mistakes/Capitals"
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "capitals" {
  repository = aws_ecr_repository.capitals.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# A key needs an encryption with keys.
resource "aws_ecr_repository" "needless_key" {
  name                 = "mistakes/needless-key"
  image_tag_mutability = "IMMUTABLE"

  encryption_configuration {
    kms_key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "needless_key" {
  repository = aws_ecr_repository.needless_key.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# One letter short again, this time in the name of an argument.
resource "aws_ecr_repository" "misspelt_argument" {
  name                = "mistakes/misspelt-argument"
  image_tag_mutabilty = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "misspelt_argument" {
  repository = aws_ecr_repository.misspelt_argument.name
  policy     = jsonencode({ rules = [local.keep_newest_images] })
}

# The id of a repository is its name.
import {
  to = aws_ecr_repository.capitals
  id = "arn:aws:ecr:eu-west-1:123456789012:repository/mistakes/capitals"
}

# It imports one repository into the block of another, which the plan would then replace.
import {
  to = aws_ecr_repository.needless_key
  id = "mistakes/older-key"
}
