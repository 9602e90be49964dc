variable "retention" {
  type    = bool
  default = false
}
locals {
  policy = var.retention ? jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] }) : ""
}
module "off" {
  source                      = "terraform-aws-modules/ecr/aws"
  version                     = "~> 2.3"
  repository_name             = "told/off"
  create_lifecycle_policy     = false
  repository_lifecycle_policy = ""
}
module "maybe" {
  source                      = "terraform-aws-modules/ecr/aws"
  version                     = "~> 2.3"
  repository_name             = "told/maybe"
  create_lifecycle_policy     = var.retention
  repository_lifecycle_policy = local.policy
}
module "registry" {
  source                 = "terraform-aws-modules/ecr/aws"
  version                = "~> 3.0"
  create_repository      = false
  registry_policy        = jsonencode({ Version = "2012-10-17", Statement = [{ Sid = "in", Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = ["ecr:ReplicateImage"], Resource = ["arn:aws:ecr:eu-west-1:444455556666:repository/*"] }] })
  create_registry_policy = true
}
module "none" {
  source = "git::https://github.com/terraform-aws-modules/terraform-aws-ecr.git?ref=v2.3.1"
  create = false
}
