data "aws_ecr_repositories" "all" {}

data "aws_ecr_images" "tags" {
  for_each        = data.aws_ecr_repositories.all.names
  repository_name = each.value
}

output "tags" {
  value = {
    for name, images in data.aws_ecr_images.tags :
    name => [for image in images.image_ids : image.image_tag if image.image_tag != null]
  }
}
