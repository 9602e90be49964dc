resource "aws_ecr_repository" "api" {
  name                 = "shop/api"
  image_tag_mutability = "IMMUTABLE"

  lifecycle {
    precondition {
      condition     = length(var.owner) > 2
      error_message = "Name an owner."
    }
    postcondition {
      condition     = self.repository_url != ""
      error_message = "There is no URL."
    }
  }
}

variable "owner" {
  type    = string
  default = "platform"
}

check "released" {
  data "aws_ecr_image" "newest" {
    repository_name = "shop/api"
    most_recent     = true
  }
  assert {
    condition     = data.aws_ecr_image.newest.image_digest != ""
    error_message = "Nothing was pushed to ${aws_ecr_repository.api.name} yet."
  }
}
