terraform {
  required_version = ">= 1.7, < 2.0"

  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = ">= 6.0"
      configuration_aliases = [aws.registry]
    }
    random = {
      source  = "hashicorp/random"
      version = "3.6.0"
    }
  }

  backend "s3" {
    bucket         = "example-state"
    key            = "registry/terraform.tfstate"
    region         = "eu-central-1"
    dynamodb_table = "state-locks"
    encrypt        = true
  }
}

provider "aws" {
  region = "eu-central-1"

  default_tags {
    tags = {
      ManagedBy = "terraform"
    }
  }
}

provider "aws" {
  alias  = "registry"
  region = "us-east-1"

  assume_role {
    role_arn     = "arn:aws:iam::111122223333:role/registry"
    session_name = "terraform"
  }
}

moved {
  from = aws_ecr_repository.old
  to   = aws_ecr_repository.new["api"]
}

moved {
  from = module.registry.aws_ecr_repository.this
  to   = module.registry.aws_ecr_repository.this[0]
}

removed {
  from = aws_ecr_repository.retired

  lifecycle {
    destroy = false
  }
}

import {
  to = aws_ecr_repository.new["api"]
  id = "api"
}

import {
  for_each = var.existing
  to       = aws_ecr_repository.new[each.key]
  id       = each.value
}

resource "aws_ecr_repository" "new" {
  for_each = var.existing
  name     = each.value
}

check "images_present" {
  data "aws_ecr_image" "latest" {
    repository_name = "api"
    most_recent     = true
  }

  assert {
    condition     = data.aws_ecr_image.latest.image_size_in_bytes > 0
    error_message = "The repository ${data.aws_ecr_image.latest.repository_name} has no image."
  }
}
