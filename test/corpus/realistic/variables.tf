variable "environment" {
  type        = string
  description = "Where this runs"

  validation {
    condition     = contains(["development", "staging", "production"], var.environment)
    error_message = "The environment must be development, staging or production."
  }
}

variable "repositories" {
  description = "Repositories to create, by name"
  type = map(object({
    mutability    = optional(string, "IMMUTABLE")
    scan_on_push  = optional(bool, true)
    keep_tagged   = optional(number, 30)
    tag_prefixes  = optional(list(string), [])
    kms_key_arn   = optional(string)
    allowed_roles = optional(set(string), [])
  }))
  default = {}

  validation {
    condition     = alltrue([for repository in values(var.repositories) : contains(["MUTABLE", "IMMUTABLE"], repository.mutability)])
    error_message = "Mutability is MUTABLE or IMMUTABLE."
  }

  validation {
    condition = alltrue([
      for repository in values(var.repositories) :
      repository.keep_tagged > 0 && repository.keep_tagged <= 1000
    ])
    error_message = "Between 1 and 1000 tagged images can be kept."
  }
}

variable "tags" {
  type    = map(string)
  default = {}
}

variable "untagged_days" {
  type     = number
  default  = 14
  nullable = false

  validation {
    condition     = var.untagged_days >= 1 && floor(var.untagged_days) == var.untagged_days
    error_message = <<-EOT
      The number of days must be whole and at least 1,
      not ${var.untagged_days}.
    EOT
  }
}

variable "registry_password" {
  type      = string
  sensitive = true
  default   = null
}

variable "replication" {
  type = list(object({
    region     = string
    account_id = string
    filters    = list(object({ prefix = string }))
  }))
  default = [
    {
      region     = "eu-west-1"
      account_id = "111122223333"
      filters    = [{ prefix = "prod-" }, { prefix = "base-" }]
    },
    {
      region     = "us-east-1"
      account_id = "111122223333"
      filters    = []
    },
  ]
}

variable "name" { type = string }
variable "region" { default = "eu-central-1" }
