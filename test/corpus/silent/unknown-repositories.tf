variable "x" {}
variable "list" { type = list(string) }
resource "aws_ecr_repository" "r" {
  for_each             = var.x
  name                 = "${var.x}/${each.key}"
  image_tag_mutability = each.value.mutability
  force_delete         = each.value.force
  image_tag_mutability_exclusion_filter {
    filter      = "${var.x}*"
    filter_type = var.x
  }
  encryption_configuration {
    encryption_type = var.x
    kms_key         = var.x
  }
  image_scanning_configuration {
    scan_on_push = var.x
  }
}
resource "aws_ecr_lifecycle_policy" "r" {
  for_each   = var.x
  repository = aws_ecr_repository.r[each.key].name
  policy     = each.value.policy
}
resource "aws_ecr_lifecycle_policy" "s" {
  count      = var.x
  repository = var.list[count.index]
  policy     = templatefile(var.list[count.index], { x = var.x })
}
import {
  to = aws_ecr_repository.r["a"]
  id = var.x
}
import {
  for_each = var.x
  to       = aws_ecr_repository.r[each.key]
  id       = each.value
}
