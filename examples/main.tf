provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Project = "storefront"
    }
  }
}

variable "region" {
  description = "The region that holds the registry."
  type        = string
  default     = "eu-central-1"
}

variable "releases_to_keep" {
  description = "How many released images each service keeps."
  type        = number
  default     = 50
}

locals {
  # One repository each, all with the same lifecycle policy.
  services = toset(["storefront/api", "storefront/worker", "storefront/web"])
}

# Images of build tools, through the public module.
module "tools" {
  source  = "terraform-aws-modules/ecr/aws"
  version = "~> 3.2"

  repository_name                 = "platform/tools"
  repository_image_tag_mutability = "IMMUTABLE"
  repository_encryption_type      = "AES256"

  repository_lifecycle_policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images after 7 days"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = 7
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Keep the 20 newest images"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = 20
        }
        action = { type = "expire" }
      },
    ]
  })
}

output "repository_urls" {
  description = "Where each service is pushed to."
  value       = { for name, repository in aws_ecr_repository.service : name => repository.repository_url }
}
