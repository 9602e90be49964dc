variable "mutability" {
  type    = string
  default = "IMMUTABLE_WITH_EXCLUSION"
}
variable "floating" {
  type    = list(string)
  default = ["latest", "dev-*"]
}
resource "aws_ecr_repository" "this" {
  name                 = "exclusions/setting"
  image_tag_mutability = length(var.floating) > 0 ? "IMMUTABLE_WITH_EXCLUSION" : "IMMUTABLE"
  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = toset(var.floating)
    content {
      filter      = image_tag_mutability_exclusion_filter.value
      filter_type = "WILDCARD"
    }
  }
}
resource "aws_ecr_repository" "upper" {
  name                 = "exclusions/upper"
  image_tag_mutability = upper(trimspace(var.mutability))
  dynamic "image_tag_mutability_exclusion_filter" {
    for_each = endswith(var.mutability, "EXCLUSION") ? var.floating : []
    iterator = tag
    content {
      filter      = "*${tag.value}"
      filter_type = "WILDCARD"
    }
  }
}
