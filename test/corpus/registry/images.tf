data "aws_ecr_repository" "app" {
  name = "team/app"
}
data "aws_ecr_image" "app" {
  repository_name = data.aws_ecr_repository.app.name
  image_tag       = var.image_tag
}
data "aws_ecr_image" "newest" {
  repository_name = "team/app"
  most_recent     = true
}
data "aws_ecr_repositories" "all" {}
variable "image_tag" { type = string }
output "image" {
  value = "${data.aws_ecr_repository.app.repository_url}@${data.aws_ecr_image.app.image_digest}"
}
output "names" {
  value = sort(data.aws_ecr_repositories.all.names)
}
