# Names and references that other tools fill in.
resource "aws_ecr_repository" "by_data" {
  name = data.external.name.result["name"]
}
data "external" "name" {
  program = ["sh", "-c", "echo '{}'"]
}
data "aws_ecr_repository" "existing" {
  name = "unfinished/existing"
}
resource "aws_ecr_lifecycle_policy" "existing" {
  repository = data.aws_ecr_repository.existing.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
resource "aws_ecr_lifecycle_policy" "remote" {
  repository = data.terraform_remote_state.base.outputs.repositories["app"].name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
data "terraform_remote_state" "base" {
  backend = "local"
}
resource "aws_ecr_lifecycle_policy" "module" {
  for_each   = module.repositories.names
  repository = each.value
  policy     = module.repositories.policies[each.key]
}
module "repositories" {
  source = "git::ssh://git@example.com/terraform/repositories.git"
}
resource "aws_ecr_lifecycle_policy" "nested" {
  repository = module.nested["a"].repository.name
  policy     = jsonencode({ rules = [{ rulePriority = 1, selection = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 3 }, action = { type = "expire" } }] })
}
module "nested" {
  for_each = toset(["a"])
  source   = "registry.example.com/company/ecr/aws"
}
