module "repository" {
  source   = "./repository"
  for_each = toset(["red", "blue"])
  name     = each.key
}
locals {
  names = values(module.repository)[*].name
}
resource "aws_ecr_lifecycle_policy" "this" {
  for_each   = { for name in local.names : name => module.repository[basename(name)].policy }
  repository = each.key
  policy     = each.value
  depends_on = [module.repository]
}
