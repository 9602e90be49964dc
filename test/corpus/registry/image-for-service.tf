variable "release" {
  type    = string
  default = null
}

data "aws_ecr_repository" "api" {
  name = "shop/api"
}

data "aws_ecr_image" "api" {
  repository_name = data.aws_ecr_repository.api.name
  image_tag       = var.release
  most_recent     = var.release == null ? true : null
}

locals {
  image = "${data.aws_ecr_repository.api.repository_url}@${data.aws_ecr_image.api.image_digest}"
}
