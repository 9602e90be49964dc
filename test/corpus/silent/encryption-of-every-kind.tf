variable "kms" {
  type    = bool
  default = false
}
variable "encryption" {
  type    = object({ type = string, key = optional(string) })
  default = null
}
resource "aws_kms_key" "ecr" {
  count = var.kms ? 1 : 0
}
resource "aws_ecr_repository" "conditional" {
  name                 = "encrypted/conditional"
  image_tag_mutability = var.kms ? "IMMUTABLE" : "MUTABLE"
  encryption_configuration {
    encryption_type = var.kms ? "KMS" : "AES256"
    kms_key         = var.kms ? aws_kms_key.ecr[0].arn : null
  }
  timeouts {
    delete = "60m"
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [image_scanning_configuration, tags["Owner"]]
  }
}
resource "aws_ecr_repository" "dynamic" {
  name = "encrypted/dynamic"
  dynamic "encryption_configuration" {
    for_each = var.encryption == null ? [] : [var.encryption]
    content {
      encryption_type = encryption_configuration.value.type
      kms_key         = encryption_configuration.value.key
    }
  }
  dynamic "image_scanning_configuration" {
    for_each = var.kms ? [1] : []
    content {
      scan_on_push = true
    }
  }
  dynamic "timeouts" {
    for_each = {}
    content {
      delete = timeouts.value
    }
  }
}
resource "aws_ecr_repository" "managed" {
  name = "encrypted/managed"
  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = null
  }
  image_scanning_configuration {
    scan_on_push = "true"
  }
}
