/** A new module to start with: its files by their paths, and a call. */

const MAIN = `terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

resource "aws_ecr_repository" "this" {
  name                 = var.name
  image_tag_mutability = var.image_tag_mutability
  force_delete         = var.force_delete
  tags                 = var.tags

  encryption_configuration {
    encryption_type = var.kms_key_arn == null ? "AES256" : "KMS"
    kms_key         = var.kms_key_arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "this" {
  repository = aws_ecr_repository.this.name

  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Expire untagged images by age"
        selection = {
          tagStatus   = "untagged"
          countType   = "sinceImagePushed"
          countUnit   = "days"
          countNumber = var.untagged_days
        }
        action = {
          type = "expire"
        }
      },
      {
        rulePriority = 2
        description  = "Keep the newest images"
        selection = {
          tagStatus   = "any"
          countType   = "imageCountMoreThan"
          countNumber = var.keep_images
        }
        action = {
          type = "expire"
        }
      },
    ]
  })
}

data "aws_iam_policy_document" "pull" {
  statement {
    sid = "Pull"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
    ]

    principals {
      type        = "AWS"
      identifiers = var.pull_principals
    }
  }
}

resource "aws_ecr_repository_policy" "this" {
  count = length(var.pull_principals) > 0 ? 1 : 0

  repository = aws_ecr_repository.this.name
  policy     = data.aws_iam_policy_document.pull.json
}
`;

const VARIABLES = `variable "name" {
  description = "The name of the repository."
  type        = string

  validation {
    condition     = can(regex("^[a-z0-9]+([._/-]+[a-z0-9]+)*$", var.name)) && length(var.name) >= 2 && length(var.name) <= 256
    error_message = "The name takes 2 to 256 lowercase letters and digits, with . _ - or / between them."
  }
}

variable "image_tag_mutability" {
  description = "Whether a tag can be pushed again."
  type        = string
  default     = "IMMUTABLE"

  validation {
    condition     = contains(["IMMUTABLE", "MUTABLE"], var.image_tag_mutability)
    error_message = "The mutability is IMMUTABLE or MUTABLE."
  }
}

variable "kms_key_arn" {
  description = "The ARN of the KMS key that encrypts the images; null for AES256."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null ? true : can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "The key is an ARN such as arn:aws:kms:REGION:ACCOUNT:key/ID, not an id or an alias."
  }
}

variable "untagged_days" {
  description = "After how many days untagged images expire."
  type        = number
  default     = 14

  validation {
    condition     = var.untagged_days >= 1 && floor(var.untagged_days) == var.untagged_days
    error_message = "The number of days is a whole number of 1 or more."
  }
}

variable "keep_images" {
  description = "How many images stay."
  type        = number
  default     = 30

  validation {
    condition     = var.keep_images >= 1 && floor(var.keep_images) == var.keep_images
    error_message = "The number of images is a whole number of 1 or more."
  }
}

variable "pull_principals" {
  description = "The ARNs of principals, or the accounts, that may pull."
  type        = list(string)
  default     = []

  validation {
    condition     = !contains(var.pull_principals, "*")
    error_message = "A principal is an ARN or an account; \\"*\\" would be everyone."
  }
}

variable "force_delete" {
  description = "Lets Terraform delete the repository even if it contains images."
  type        = bool
  default     = false
}

variable "tags" {
  description = "The tags of the repository."
  type        = map(string)
  default     = {}
}
`;

const OUTPUTS = `output "name" {
  description = "The name of the repository."
  value       = aws_ecr_repository.this.name
}

output "arn" {
  description = "The ARN of the repository."
  value       = aws_ecr_repository.this.arn
}

output "url" {
  description = "Where images are pushed to and pulled from, without a tag."
  value       = aws_ecr_repository.this.repository_url
}

output "registry_id" {
  description = "The account of the registry."
  value       = aws_ecr_repository.this.registry_id
}
`;

const CALL = `module "ecr" {
  source = "./modules/ecr"

  name = "team/app"
}
`;

/** A file to write. */
export interface NewFile {
  /** Relative to the folder of the new module, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** The files of a new module, and of its call. */
export const OWN_MODULE: readonly NewFile[] = [
  { path: 'modules/ecr/main.tf', text: MAIN },
  { path: 'modules/ecr/variables.tf', text: VARIABLES },
  { path: 'modules/ecr/outputs.tf', text: OUTPUTS },
  { path: 'ecr.tf', text: CALL },
];
